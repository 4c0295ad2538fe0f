import { environment } from "./environment";
import { build, isBuilt } from "./start/build";
import { atEnd, end, endOnSignals } from "./start/shutdown";
import { explain } from "./start/trouble";

/**
 * Builds the app unless it was built from exactly these sources, with the key in NEXT_SERVER_ACTIONS_ENCRYPTION_KEY.
 */
async function main(): Promise<void> {
  const env = environment(process.env);
  if (!isBuilt(env)) await build(env, (child) => atEnd(child.stop));
}

endOnSignals(1);
main().then(
  () => end(0, "The app is built."),
  (error) => end(1, explain(error)),
);
