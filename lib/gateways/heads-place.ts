import "server-only";
import { randomBytes } from "node:crypto";
import { link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Env, env } from "@/lib/env";

const DEADLINE_MS = 30_000;

/** Where signed heads of the log are kept: out of reach of those who manage the database, and write-once. */
export type HeadsPlace = {
  /** Stores a new file. The same file again is no error; another one under its name is. */
  put: (name: string, text: string) => Promise<void>;
  /** Undefined when it is not there. */
  read: (name: string) => Promise<string | undefined>;
  /** Empty where a place does not list its files. */
  names: () => Promise<string[]>;
};

type Settings = Pick<Env, "HEADS_URL" | "HEADS_TOKEN">;

/** The place of `HEADS_URL`: a folder, or an address that takes PUT with `If-None-Match: *`. Undefined without it. */
export function headsPlace({ HEADS_URL, HEADS_TOKEN }: Settings = env()): HeadsPlace | undefined {
  if (!HEADS_URL) return undefined;
  const place = HEADS_URL.startsWith("file:")
    ? folder(fileURLToPath(HEADS_URL))
    : address(HEADS_URL, HEADS_TOKEN);
  return {
    ...place,
    put: async (name, text) => {
      if (await place.put(name, text)) return;
      if ((await place.read(name)) !== text) throw new Error(`${name} is kept already, with other content`);
    },
  };
}

/** `put` tells whether the file is new. */
type Store = Omit<HeadsPlace, "put"> & { put: (name: string, text: string) => Promise<boolean> };

function folder(path: string): Store {
  return {
    put: async (name, text) => {
      await mkdir(path, { recursive: true });
      const draft = join(path, `.${name}-${randomBytes(4).toString("hex")}`);
      const file = await open(draft, "wx");
      try {
        await file.write(text);
        await file.sync();
        await link(draft, join(path, name));
        return true;
      } catch (error) {
        if (isCode(error, "EEXIST")) return false;
        throw error;
      } finally {
        await file.close();
        await rm(draft);
      }
    },
    read: (name) =>
      readFile(join(path, name), "utf8").catch((error) => {
        if (isCode(error, "ENOENT")) return undefined;
        throw error;
      }),
    names: async () => {
      const all = await readdir(path).catch((error) => {
        if (isCode(error, "ENOENT")) return [];
        throw error;
      });
      return all.filter((name) => name.endsWith(".heads")).sort();
    },
  };
}

const isCode = (error: unknown, code: string): boolean => (error as NodeJS.ErrnoException).code === code;

function address(url: string, token: string | undefined): Store {
  const request = (name: string, init: RequestInit) =>
    fetch(`${url.replace(/\/$/, "")}/${name}`, {
      ...init,
      headers: { ...init.headers, ...(token && { authorization: `Bearer ${token}` }) },
      signal: AbortSignal.timeout(DEADLINE_MS),
      redirect: "error",
    });
  return {
    put: async (name, body) => {
      const { ok, status } = await request(name, { method: "PUT", body, headers: { "if-none-match": "*" } });
      if (!ok && status !== 412) throw new Error(`the place for heads answered ${status}`);
      return ok;
    },
    read: async (name) => {
      const response = await request(name, {});
      if (response.status === 404) return undefined;
      if (!response.ok) throw new Error(`the place for heads answered ${response.status}`);
      return response.text();
    },
    names: async () => [],
  };
}
