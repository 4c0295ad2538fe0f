import type { Child } from "./children";
import { restarts } from "./restarts";
import { isEnding } from "./shutdown";
import { explain } from "./trouble";

type Keep = (child: Child) => void;

export type Service = {
  name: string;
  /** Starts it, gives `keep` the process at once, and settles when it is up. */
  begin: (keep: Keep) => Promise<void>;
  /** Called when it ended too often, with a sentence that says so and its last output. */
  giveUp: (sentence: string) => void;
};

/**
 * Starts a service and restarts it when it ends, after growing pauses. Settles when it is up for the first time, and
 * throws when it does not come up then.
 */
export async function supervise(
  { name, begin, giveUp }: Service,
  keep: Keep,
  pauseAt = restarts(),
): Promise<void> {
  let isUp = false;

  const run = async (): Promise<void> => {
    let child: Child | undefined;
    await begin((started) => {
      child = started;
      keep(started);
    });
    if (isUp) {
      console.log(`${name} runs again.`);
      child?.show();
    }
    isUp = true;
    void child?.ended.then(({ code, output }) => startAgain(`ended by itself (${code ?? "killed"})`, output));
  };

  const startAgain = (how: string, output: string): void => {
    if (isEnding()) return;
    const pause = pauseAt(Date.now());
    if (pause === undefined) {
      giveUp(`${name} ${how}, more than five times within a minute.\n${output}`);
      return;
    }
    console.error(`${name} ${how}; it is started again.`);
    setTimeout(() => {
      if (!isEnding()) run().catch((error: unknown) => startAgain("did not start", explain(error)));
    }, pause);
  };

  await run();
}
