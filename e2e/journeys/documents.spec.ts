import type { Page } from "@playwright/test";
import { aPdf, aPng, aZip, eicar, joined } from "../../db/testing/files";
import { LARGEST_BYTES } from "../../lib/documents/document";
import { send } from "../employer-walk";
import { expect, test } from "../fixtures";
import { aDraft, anEmptyDraft } from "../prepared";

type File = { name: string; mimeType: string; bytes: Uint8Array };
const pdf = (name: string, bytes = aPdf()): File => ({ name, mimeType: "application/pdf", bytes });

async function add(page: Page, kind: string, { name, mimeType, bytes }: File): Promise<void> {
  await page.getByRole("radio", { name: kind }).check();
  await page
    .getByLabel("Het bestand", { exact: true })
    .setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await page.getByRole("button", { name: "Voeg dit bestand toe" }).click();
}

test("[J-41] files are added, replaced and filed, and a reviewer opens them", {
  tag: ["@phone", "@no-js"],
}, async ({ anEmployer, anOfficial, sql }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aDraft(employer, { hasStatement: false });
  await page.goto(`/applications/${id}`);
  await page.getByRole("link", { name: "Bestanden" }).click();
  await expect(page.getByText("Er zijn nog geen bestanden.")).toBeVisible();

  await add(page, "Bankafschrift", pdf("Afschrift oud.pdf"));
  await expect(page.getByText("Het bestand is toegevoegd.")).toBeVisible();
  await page.getByRole("button", { name: "Haal weg Afschrift oud.pdf" }).click();
  await expect(page.getByText("Het bestand is weggehaald.")).toBeVisible();
  await expect(page.getByText("Afschrift oud.pdf")).toBeHidden();
  const sent = aPdf("Nieuw", 1_500_000);
  await add(page, "Bankafschrift", pdf("Afschrift nieuw.pdf", sent));
  await expect(page.getByRole("link", { name: "Afschrift nieuw.pdf" })).toBeVisible();
  await add(page, "Iets anders", { name: "foto.png", mimeType: "image/png", bytes: aPng() });
  await expect(page.getByRole("link", { name: "foto.png" })).toBeVisible();

  await page.getByRole("link", { name: "Terug naar uw aanvraag" }).click();
  await expect(page.getByText("2 bestanden")).toBeVisible();
  await page.goto(`/applications/${id}/check`);
  await expect(page.getByRole("link", { name: "Afschrift nieuw.pdf" })).toBeVisible();
  await send(page);
  expect((await page.request.get(`/applications/${id}/documents`, { maxRedirects: 0 })).status()).toBe(307);

  const { page: reviewer } = await anOfficial(["reviewer"]);
  await reviewer.goto(`/cases/${id}`);
  const link = reviewer.getByRole("link", { name: "Afschrift nieuw.pdf" });
  const file = await reviewer.request.get((await link.getAttribute("href")) ?? "");
  expect(file.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="Afschrift nieuw.pdf"; filename*=UTF-8''Afschrift%20nieuw.pdf`,
    "content-security-policy":
      "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  });
  expect(Buffer.from(sent).equals(await file.body())).toBe(true);
  await reviewer.reload();
  await expect(reviewer.getByText("Bestand opgeslagen door een medewerker")).toBeVisible();

  const [stored] = await sql<
    { id: string }[]
  >`select id from documents where application_id = ${id} order by id`;
  const stranger = await anEmployer();
  for (const path of [
    `/applications/${id}/documents/${stored?.id}/download`,
    `/applications/${await anEmptyDraft(stranger)}/documents/${stored?.id}/download`,
    `/cases/${id}/documents/${stored?.id}/download`,
  ])
    expect((await stranger.page.request.get(path)).status(), path).toBe(404);
  const forged = await stranger.page.request.post(`/api/applications/${id}/documents`, {
    headers: { origin: new URL(page.url()).origin },
    multipart: { documentFile: { name: "a.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf()) } },
  });
  expect(forged.status()).toBe(404);
  expect(await sql`select 1 from documents where application_id = ${id}`).toHaveLength(2);
});

const RLO = String.fromCharCode(0x202e);
const REFUSED: readonly (File & { says: string })[] = [
  { ...pdf("leeg.pdf", new Uint8Array()), says: "Dit bestand is leeg." },
  { ...pdf("elf megabyte.pdf", aPdf("x", 11 * 1024 * 1024)), says: "Dit bestand is groter dan 10 MB." },
  { ...pdf("net te groot.pdf", aPdf("x", LARGEST_BYTES)), says: "Dit bestand is groter dan 10 MB." },
  { ...pdf("virus.pdf", eicar()), says: "In dit bestand zit een virus." },
  { ...pdf("plaatje.pdf", joined("<svg onload='x'/>")), says: "Dit is een SVG-bestand." },
  { ...pdf("plan.pdf", joined("MZ", new Uint8Array(80))), says: "Dit is geen pdf, png of jpg." },
  {
    ...pdf("ook een zip.pdf", joined(aPdf(), aZip())),
    says: "In dit bestand zit nog een ander bestand verstopt.",
  },
  { ...pdf("half.pdf", aPdf().subarray(0, 300)), says: "Dit bestand is beschadigd of niet compleet." },
  { ...pdf(`afschrift${RLO}fdp.exe`), says: "tekens die de leesrichting omdraaien" },
];

test("[J-42] every unsuitable file is refused with its reason", {
  tag: ["@no-js"],
}, async ({ anEmployer, sql }) => {
  const employer = await anEmployer();
  const { page } = employer;
  const { id } = await aDraft(employer, { hasStatement: false });
  const before = await sql`select answers, answers_version from applications where id = ${id}`;
  await page.goto(`/applications/${id}/documents`);
  for (const { says, ...file } of REFUSED) {
    await add(page, "Ondertekend begeleidingsplan", file);
    await expect(page.getByRole("alert").filter({ hasText: says }), file.name).toBeVisible();
    await expect(page.getByRole("radio", { name: "Ondertekend begeleidingsplan" })).toBeChecked();
  }
  await page.goto(`/applications/${id}/documents`);
  await page.getByRole("button", { name: "Voeg dit bestand toe" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "Kies eerst een bestand." })).toBeVisible();
  const traversal = await page.request.post(`/api/applications/${id}/documents`, {
    headers: { origin: new URL(page.url()).origin, accept: "application/json" },
    multipart: {
      documentFile: { name: "../../plan.pdf", mimeType: "application/pdf", buffer: Buffer.from(aPdf()) },
    },
  });
  expect(await traversal.json()).toEqual({ refused: "document-name-folder" });
  await expect(page.getByText("Er zijn nog geen bestanden.")).toBeVisible();
  expect(await sql`select answers, answers_version from applications where id = ${id}`).toEqual(before);
});
