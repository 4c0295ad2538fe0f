import { spawn } from "node:child_process";

/** Runs a script as npm does, with these extra variables; gives its exit code and output. */
export const runScript = (
  script: string,
  options: readonly string[],
  variables: Record<string, string> = {},
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const args = ["--conditions=react-server", "--import", "tsx", script, ...options];
    const child = spawn(process.execPath, args, {
      env: { ...process.env, ...variables, NODE_ENV: "production" },
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (output += data));
    child.on("exit", (code) => resolve({ code, output }));
  });
