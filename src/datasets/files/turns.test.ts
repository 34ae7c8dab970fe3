import { afterEach, expect, test, vi } from 'vitest';
import { createTurns } from './turns.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Turns until a timer of 0 ms has run. */
async function turnsUntilTimer(): Promise<number> {
  const turns = createTurns();
  const timer = new AbortController();
  setTimeout(() => timer.abort(), 0);
  let count = 0;
  for (; !timer.signal.aborted && count < 100_000; count++) await turns.yieldTurn();
  turns.close();
  return count;
}

test('in Node a timer of 0 ms, which is 1 ms there, does not wait for long', async () => {
  expect(await turnsUntilTimer()).toBeLessThan(10_000);
});

test('where there is no setImmediate, as in a browser, turns come by messages', async () => {
  vi.stubGlobal('setImmediate', undefined);
  expect(await turnsUntilTimer()).toBeLessThan(100_000);
});
