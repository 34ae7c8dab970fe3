/**
 * Runs `work` so that only the newest request counts: while one runs, further requests collapse into a
 * single rerun after it, and an answer that a newer request has overtaken is dropped.
 */
export function latestOnly<T>(
  work: () => Promise<T>,
  accept: (value: T) => void,
  fail: (error: unknown) => void,
): () => Promise<void> {
  let running: Promise<void> | null = null;
  let again = false;
  const loop = async (): Promise<void> => {
    try {
      do {
        again = false;
        try {
          const value = await work();
          // `again` may have been set while `work` ran: its answer is stale then.
          if (!(again as boolean)) accept(value);
        } catch (error) {
          if (!(again as boolean)) fail(error);
        }
      } while (again as boolean);
    } finally {
      // Whatever `fail` throws, the next request runs.
      running = null;
    }
  };
  return () => {
    if (running) {
      again = true;
      return running;
    }
    running = loop();
    return running;
  };
}
