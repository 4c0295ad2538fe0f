import { spawn } from "node:child_process";
import { atEnd } from "../start/shutdown";

export type Ended = { code: number | null; output: string };

/** Runs a package's command and gives its output; `live` also shows it while it runs. */
export function command(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  live = false,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    atEnd(() => child.kill());
    let output = "";
    const take = (chunk: Buffer) => {
      output += chunk.toString("utf8");
      if (live) process.stdout.write(chunk);
    };
    child.stdout.on("data", take);
    child.stderr.on("data", take);
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output: output.trim() }));
  });
}
