import { expect, test } from 'vitest';
import { deferred } from '../domain/deferred.ts';
import { latestOnly } from './latest.ts';

test('an overtaken answer is dropped, and five requests during one run cause one rerun', async () => {
  const runs: ReturnType<typeof deferred<number>>[] = [];
  const accepted: number[] = [];
  const request = latestOnly(
    () => {
      const run = deferred<number>();
      runs.push(run);
      return run.promise;
    },
    (value) => accepted.push(value),
    () => expect.unreachable('nothing fails here'),
  );
  const done = request();
  for (let n = 0; n < 5; n++) void request();
  runs[0]?.resolve(1);
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.resolve(2);
  await done;
  expect(accepted).toEqual([2]);
  expect(runs).toHaveLength(2);
});

test('a failure is reported, unless a newer request has overtaken it', async () => {
  const runs: ReturnType<typeof deferred<number>>[] = [];
  const failures: unknown[] = [];
  const request = latestOnly(
    () => {
      const run = deferred<number>();
      runs.push(run);
      return run.promise;
    },
    () => {},
    (error) => failures.push(error),
  );
  const first = request();
  void request();
  runs[0]?.reject(new Error('overtaken'));
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.reject(new Error('real'));
  await first;
  expect(failures).toEqual([new Error('real')]);
});

test('a failure that cannot even be reported does not stop the next request', async () => {
  let runs = 0;
  const request = latestOnly(
    async () => {
      runs += 1;
      throw new Error('no answer');
    },
    () => {},
    () => {
      throw new Error('nobody to tell');
    },
  );
  await expect(request()).rejects.toThrow('nobody to tell');
  await expect(request()).rejects.toThrow('nobody to tell');
  expect(runs).toBe(2);
});
