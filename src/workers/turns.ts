/** Resolves after the tasks that already wait in this thread. A message of our own queues up behind them. */
export function createYieldTurn(): () => Promise<void> {
  const { port1, port2 } = new MessageChannel();
  const waiting: (() => void)[] = [];
  port1.addEventListener('message', () => waiting.shift()?.());
  port1.start();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      port2.postMessage(null);
    });
}

export interface RestingTurns {
  readonly yieldTurn: () => Promise<void>;
  /** Leaves the processor to others for so long, ms, from now on. */
  readonly rest: (ms: number) => void;
}

/** Longest that one turn rests, ms: work goes on, if slowly, where others never stop asking, and can be cancelled. */
const LONGEST_REST_MS = 100;

/**
 * Turns that last longer while somebody needs the processor more.
 *
 * @param now a monotonic clock, ms
 */
export function createRestingTurns(
  yieldTurn: () => Promise<void>,
  now: () => number,
  sleep: (ms: number) => Promise<void>,
): RestingTurns {
  let restUntil = -Infinity;
  return {
    rest: (ms) => {
      restUntil = Math.max(restUntil, now() + ms);
    },
    yieldTurn: async () => {
      await yieldTurn();
      const left = restUntil - now();
      if (left > 0) await sleep(Math.min(LONGEST_REST_MS, left));
    },
  };
}
