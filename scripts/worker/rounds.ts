type Rounds = { stop: () => Promise<void> };

/** Does something again and again, never twice at once, with a pause in between; a round that fails is told and followed by the next. */
export function rounds(name: string, pauseSeconds: number, work: () => Promise<unknown>): Rounds {
  let stopped = false;
  let wake = () => {};
  const pause = () =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, pauseSeconds * 1000);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  const running = (async () => {
    while (!stopped) {
      await work().catch((error: Error) => console.error(`${name}: ${error.message}`));
      if (!stopped) await pause();
    }
  })();
  return {
    stop: () => {
      stopped = true;
      wake();
      return running;
    },
  };
}
