import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { IdleWatch } from './idle-watch.ts';

const MINUTE = 60_000;
let told: number[];
let idle: number;
let limit: number;
let watch: IdleWatch;

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
  [told, idle, limit] = [[], 0, MINUTE];
  watch = new IdleWatch({
    now: () => Date.now(),
    limit: () => limit,
    tell: (at) => void told.push(at),
    onIdle: () => void (idle += 1),
  });
});

afterEach(() => {
  watch.end();
  vi.useRealTimers();
});

test('tells that nobody has done anything for so long', () => {
  vi.advanceTimersByTime(MINUTE);
  expect(idle).toBe(0);
  // Found within five seconds, and confirmed a second later.
  vi.advanceTimersByTime(6_000);
  expect(idle).toBe(1);
});

test('an act here begins the time anew, and is told to the others once in five seconds', () => {
  for (let second = 0; second < 50; second++) {
    vi.advanceTimersByTime(1_000);
    watch.act();
  }
  expect(told).toEqual(Array.from({ length: 10 }, (_, i) => 1_000 + i * 5_000));
  vi.advanceTimersByTime(MINUTE - 1_000);
  expect(idle).toBe(0);
  vi.advanceTimersByTime(7_000);
  expect(idle).toBe(1);
});

test('an act in another tab begins it anew, but none that is yet to come, nor an older one', () => {
  vi.advanceTimersByTime(30_000);
  watch.hear(30_000);
  watch.hear(10_000);
  watch.hear(Number.MAX_SAFE_INTEGER);
  vi.advanceTimersByTime(59_000);
  expect(idle).toBe(0);
  vi.advanceTimersByTime(7_000);
  expect(idle).toBe(1);
});

test('a device that slept is found out when it wakes, and the act that wakes it is none', () => {
  vi.setSystemTime(10 * MINUTE);
  watch.act();
  expect(told).toEqual([]);
  vi.advanceTimersByTime(1_000);
  expect(idle).toBe(1);
});

test('a tab that was frozen first hears what the others did meanwhile', () => {
  vi.setSystemTime(10 * MINUTE);
  watch.look();
  vi.advanceTimersByTime(500);
  watch.hear(10 * MINUTE - 1_000);
  vi.advanceTimersByTime(5_000);
  expect(idle).toBe(0);
});

test('without a limit nobody is ever idle; a limit that is set later counts from the last act', () => {
  limit = 0;
  vi.advanceTimersByTime(100 * MINUTE);
  expect(idle).toBe(0);
  watch.act();
  limit = 5 * MINUTE;
  vi.advanceTimersByTime(4 * MINUTE);
  expect(idle).toBe(0);
  vi.advanceTimersByTime(MINUTE + 6_000);
  expect(idle).toBe(1);
});
