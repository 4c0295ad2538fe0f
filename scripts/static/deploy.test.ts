import { generateKeyPairSync } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parseAllDocuments } from "yaml";
import { readEnv } from "@/lib/env";

type Manifest = {
  kind: string;
  metadata: { name: string; labels?: Labels };
  // biome-ignore lint/suspicious/noExplicitAny: manifests have whatever shape their kind has
  spec: any;
};
type Labels = Record<string, string>;
type Variables = Record<string, string>;
type Entry = { name: string; value?: string; valueFrom?: { secretKeyRef: { name: string; key: string } } };

const BASE = "deploy/base";
const OVERLAYS = readdirSync("deploy/overlays");
/** Variables that Node and the server read by themselves. */
const NOT_OF_THE_APP = new Set(["NODE_EXTRA_CA_CERTS", "DATABASE_URL", "IDENTITY_HOST", "IDENTITY_PORT"]);
const SECRETS: Variables = {
  APP_SECRET: "s".repeat(64),
  DATA_KEYS: `first:${Buffer.alloc(32).toString("base64url")}`,
  HEADS_KEY: generateKeyPairSync("ed25519")
    .privateKey.export({ format: "der", type: "pkcs8" })
    .toString("base64"),
  HEADS_TOKEN: "x",
  DATABASE_APP_URL: "postgres://portal_app:x@portal-pooler:5432/portal?sslmode=verify-full",
  EMPLOYER_OIDC_CLIENT_SECRET: "x",
  STAFF_OIDC_CLIENT_SECRET: "x",
  NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "x",
  SMTP_URL: "smtps://portal:x@smtp.example.nl",
  KVK_API_KEY: "x",
  DATABASE_URL: "postgres://portal_owner:x@portal-database-rw:5432/portal?sslmode=verify-full",
  APP_PASSWORD: "x",
  OWNER_PASSWORD: "x",
  POSTGRES_PASSWORD: "x",
};

const documents = (file: string): Manifest[] =>
  parseAllDocuments(readFileSync(file, "utf8")).map((document) => {
    expect(document.errors, file).toEqual([]);
    return document.toJS({ maxAliasCount: 100 });
  });
const listed = (folder: string) =>
  documents(join(folder, "kustomization.yaml"))[0] as unknown as {
    resources: string[];
    patches?: { path?: string }[];
  };
const settingsIn = (file: string): Variables =>
  Object.fromEntries(
    readFileSync(file, "utf8")
      .trim()
      .split("\n")
      .map((line) => [line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]),
  );

const manifests = listed(BASE).resources.flatMap((name) => documents(join(BASE, name)));
const pods = manifests.filter(({ spec }) => spec?.template?.spec?.containers);
const pod = (name: string) => pods.find(({ metadata }) => metadata.name === name);
const [common] = documents(join(BASE, "pod.yaml"));
const env: Entry[] = common?.spec.template.spec.containers[0].env;

/** Problems of these variables, and those that no process reads. */
function problemsOf(given: Variables): string[] {
  const read = readEnv(given);
  if ("problems" in read) return read.problems;
  return Object.keys(given).filter((name) => !(name in read.env) && !NOT_OF_THE_APP.has(name));
}

describe("the manifests", () => {
  test("are all listed", () => {
    const { resources, patches = [] } = listed(BASE);
    const named = [...resources, ...patches.map(({ path }) => path), "kustomization.yaml", "settings.env"];
    expect(readdirSync(BASE).sort()).toEqual(named.sort());
  });

  test.each(OVERLAYS)(
    "give the pods of %s every variable they need, and none that is not read",
    (overlay) => {
      const settings = {
        ...settingsIn(join(BASE, "settings.env")),
        ...settingsIn(join("deploy/overlays", overlay, "settings.env")),
      };
      for (const { spec } of pods) {
        const own: Entry[] = spec.template.spec.containers[0].env ?? [];
        const given = [...env, ...own].map(({ name, value, valueFrom }) => [
          name,
          value ?? SECRETS[valueFrom?.secretKeyRef.key ?? ""],
        ]);
        expect(problemsOf({ ...settings, ...Object.fromEntries(given) })).toEqual([]);
      }
    },
  );

  test("take each secret by its own name from one place", () => {
    for (const { name, valueFrom } of env.filter((entry) => entry.valueFrom))
      expect(valueFrom?.secretKeyRef).toEqual({ name: "portal-secrets", key: name });
  });

  test("give the owner's address to migrate only", () => {
    const owners = pods.filter(({ spec }) =>
      (spec.template.spec.containers[0].env ?? []).some(({ name }: Entry) => name === "DATABASE_URL"),
    );
    expect(owners.map(({ metadata }) => metadata.name)).toEqual(["portal-migrate"]);
    expect(env.map(({ name }) => name)).not.toContain("DATABASE_URL");
  });

  test("run three existing commands, each with the patch of all pods", () => {
    expect(pods.map(({ spec }) => spec.template.spec.containers[0].args[0]).sort()).toEqual([
      "migrate",
      "web",
      "worker",
    ]);
    for (const { metadata, spec } of pods) {
      expect(existsSync(`scripts/${spec.template.spec.containers[0].args[0]}.ts`)).toBe(true);
      expect(spec.template.spec.containers[0].name).toBe(common?.spec.template.spec.containers[0].name);
      expect(metadata.labels?.["portal/runs-image"]).toBe("true");
    }
  });

  test("let no pod be root, write to its image, or gain a right", () => {
    expect(common?.spec.template.spec).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true, runAsUser: 10001, seccompProfile: { type: "RuntimeDefault" } },
    });
    expect(common?.spec.template.spec.containers[0].securityContext).toEqual({
      allowPrivilegeEscalation: false,
      readOnlyRootFilesystem: true,
      capabilities: { drop: ["ALL"] },
    });
  });

  test("route visitors to the port that web listens on", () => {
    const [container] = pod("portal-web")?.spec.template.spec.containers ?? [];
    const [port] = container.ports;
    expect(String(port.containerPort)).toBe(settingsIn(join(BASE, "settings.env")).PORT);
    const service = manifests.find(({ kind }) => kind === "Service");
    expect(service?.spec.ports[0].targetPort).toBe(port.name);
    expect(service?.spec.selector).toEqual(pod("portal-web")?.spec.template.metadata.labels);
    const ingress = manifests.find(({ kind }) => kind === "Ingress");
    expect(ingress?.spec.rules[0].http.paths[0].backend.service).toEqual({
      name: service?.metadata.name,
      port: { name: service?.spec.ports[0].name },
    });
  });

  test("check liveness and readiness of web and worker separately", () => {
    for (const name of ["portal-web", "portal-worker"]) {
      const [{ ports, env: own = [], ...probes }] = pod(name)?.spec.template.spec.containers ?? [];
      expect(probes.startupProbe.httpGet).toEqual({ path: "/livez", port: ports[0].name });
      expect(probes.livenessProbe.httpGet).toEqual({ path: "/livez", port: ports[0].name });
      expect(probes.readinessProbe.httpGet).toEqual({ path: "/readyz", port: ports[0].name });
      for (const { value } of own) expect(value).toBe(String(ports[0].containerPort));
    }
  });

  test("select existing pods", () => {
    const labels = pods.map(({ spec }) => spec.template.metadata.labels["app.kubernetes.io/name"]);
    for (const { kind, metadata, spec } of manifests)
      if (["Deployment", "PodDisruptionBudget"].includes(kind)) {
        expect(labels).toContain(spec.selector.matchLabels["app.kubernetes.io/name"]);
        expect(spec.selector.matchLabels["app.kubernetes.io/name"]).toBe(metadata.name);
      }
    const policies = JSON.stringify(manifests.filter(({ kind }) => kind === "NetworkPolicy"));
    for (const [, name] of policies.matchAll(/"portal-(\w+)"/g))
      expect(["web", "worker", "migrate", "pooler", "database"]).toContain(name);
  });

  test("route web and worker to the pooler, which prepares statements, of a cluster that waits for a standby", () => {
    const pooler = manifests.find(({ kind }) => kind === "Pooler");
    const cluster = manifests.find(({ kind }) => kind === "Cluster");
    expect(new URL(SECRETS.DATABASE_APP_URL ?? "").hostname).toBe(pooler?.metadata.name);
    expect(cluster?.spec.certificates.serverAltDNSNames).toContain(pooler?.metadata.name);
    expect(pooler?.spec.cluster.name).toBe(cluster?.metadata.name);
    expect(pooler?.spec.pgbouncer).toMatchObject({
      poolMode: "transaction",
      parameters: { max_prepared_statements: expect.stringMatching(/^[1-9]/) },
    });
    expect(cluster?.spec.postgresql.synchronous).toMatchObject({ number: 1, dataDurability: "required" });
    expect(cluster?.spec.managed.roles).toContainEqual(
      expect.objectContaining({ name: "portal_backup", bypassrls: true }),
    );
  });
});

describe("compose.yaml", () => {
  const [file] = parseAllDocuments(readFileSync("compose.yaml", "utf8"), { merge: true }).map((document) =>
    document.toJS({ maxAliasCount: 100 }),
  );
  const { services, secrets } = file;
  const filled = (given: Variables): Variables =>
    Object.fromEntries(
      Object.entries(given).map(([name, value]) => [
        name,
        value.replace(/\$\{(\w+):\?[^}]*\}/g, (_, variable) => SECRETS[variable] ?? `no ${variable}`),
      ]),
    );

  test.each(["migrate", "web", "worker", "identity"])(
    "gives %s what it needs, and nothing that is not read",
    (name) => {
      expect(problemsOf(filled(services[name].environment))).toEqual([]);
    },
  );

  test("gives the owner's address to migrate only, and runs production with three commands", () => {
    const production = Object.keys(services).filter(
      (name) => services[name].environment?.PORTAL_MODE === "production",
    );
    expect(production).toEqual(["migrate", "web", "worker"]);
    expect(production.map((name) => services[name].command)).toEqual([["migrate"], ["web"], ["worker"]]);
    expect(production.filter((name) => "DATABASE_URL" in services[name].environment)).toEqual(["migrate"]);
    for (const name of production)
      expect(services[name]).toMatchObject({ read_only: true, cap_drop: ["ALL"], tmpfs: ["/tmp"] });
  });

  test("names existing services, ports and files", () => {
    const { APP_URL, SMTP_URL, CLAMD_URL, PORT, EMPLOYER_OIDC_ISSUER } = services.web.environment;
    for (const address of [SMTP_URL, CLAMD_URL, filled(services.web.environment).DATABASE_APP_URL])
      expect(Object.keys(services)).toContain(new URL(address).hostname);
    const proxy = readFileSync("deploy/compose/Caddyfile", "utf8");
    expect(proxy).toContain(`${APP_URL} {`);
    expect(proxy).toContain(`reverse_proxy web:${PORT}`);
    expect(proxy).toContain(`${EMPLOYER_OIDC_ISSUER} {`);
    expect(proxy).toContain(`reverse_proxy identity:${services.identity.environment.IDENTITY_PORT}`);
    expect(services.proxy.networks.default.aliases.map((name: string) => `https://${name}`)).toEqual([
      APP_URL,
      EMPLOYER_OIDC_ISSUER,
    ]);
  });

  test("needs only secrets that prepare.sh makes", () => {
    const made = readFileSync("deploy/compose/prepare.sh", "utf8");
    const needed = readFileSync("compose.yaml", "utf8").matchAll(/\$\{(\w+):\?/g);
    for (const [, name] of [...needed, ["", secrets["actions-key"].environment]])
      expect(made).toContain(`\n${name}=`);
  });
});

test("the image copies only files that its ignore file lets through", () => {
  const through = readFileSync(".dockerignore", "utf8").match(/(?<=^!).+$/gm) ?? [];
  const copied = [...readFileSync("Containerfile", "utf8").matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
    ([, words = ""]) => words.split(" "),
  );
  expect(copied.length).toBeGreaterThan(5);
  for (const path of copied.filter((word) => word !== ".")) expect(through).toContain(path);
  for (const path of through) expect([path, existsSync(path)]).toEqual([path, true]);
});
