"use server";
import { createHash } from "node:crypto";
import { redirect } from "next/navigation";

const LARGEST_BYTES = 900_000;

/**
 * Takes the SHA-256 of the file, stores nothing, and redirects with it; a file that cannot be a letter gets a message.
 */
export async function checkAction(data: FormData): Promise<never> {
  const file = data.get("letter");
  if (!(file instanceof File) || file.size === 0 || file.size > LARGEST_BYTES)
    return redirect("/letter-check?problem=file");
  const sum = createHash("sha256")
    .update(Buffer.from(await file.arrayBuffer()))
    .digest("hex");
  return redirect(`/letter-check?sum=${sum}`);
}
