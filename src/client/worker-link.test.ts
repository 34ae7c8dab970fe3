import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Outcome } from '../domain/outcome.ts';
import { FakeWorker } from './testing/fake-worker.ts';
import { callback, WorkerLink } from './worker-link.ts';

interface Api {
  double(n: number): Promise<Outcome<number>>;
  count(to: number, onStep: (n: number) => void): Promise<Outcome<number>>;
  fail(): Promise<Outcome<number>>;
  hang(): Promise<Outcome<number>>;
}

const api: Api = {
  double: (n) => outcomeOf(() => 2 * n),
  count: (to, onStep) =>
    outcomeOf(() => {
      for (let n = 1; n <= to; n++) onStep(n);
      return to;
    }),
  fail: () =>
    outcomeOf<number>(() => {
      throw new HomebodyError('vault/quota', 'No room.', { remedy: 'Free some.', detail: { bytes: 7 } });
    }),
  hang: () => new Promise(() => {}),
};

function link(): {
  link: WorkerLink<Api>;
  workers: FakeWorker[];
  replaced: () => number;
  at: (ms: number) => void;
} {
  const workers: FakeWorker[] = [];
  let replacements = 0;
  let time = 0;
  const made = new WorkerLink<Api>(
    () => {
      const worker = new FakeWorker(api);
      workers.push(worker);
      return worker;
    },
    () => {
      replacements += 1;
    },
    () => time,
  );
  return { link: made, workers, replaced: () => replacements, at: (ms) => (time = ms) };
}

describe('WorkerLink', () => {
  test('answers with the value and calls back in order', async () => {
    const { link: worker } = link();
    const steps: number[] = [];
    expect(await worker.call((remote) => remote.double(21))).toBe(42);
    expect(
      await worker.call((remote) =>
        remote.count(
          3,
          callback((n) => void steps.push(n)),
        ),
      ),
    ).toBe(3);
    await expect.poll(() => steps).toEqual([1, 2, 3]);
    worker.close();
  });

  test('an error keeps its code, remedy and detail across the wire', async () => {
    const { link: worker } = link();
    const error = await worker.call((remote) => remote.fail()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HomebodyError);
    expect(error).toMatchObject({ code: 'vault/quota', remedy: 'Free some.', detail: { bytes: 7 } });
    worker.close();
  });

  test('a call to a worker that dies rejects with worker/died, and the next call reaches a new worker', async () => {
    const { link: worker, workers, replaced } = link();
    const hanging = worker.call((remote) => remote.hang());
    workers[0]?.die();
    await expect(hanging).rejects.toMatchObject({ code: 'worker/died' });
    expect(replaced()).toBe(1);
    expect(workers[0]?.terminated).toBe(true);
    expect(await worker.call((remote) => remote.double(2))).toBe(4);
    worker.close();
  });

  test('gives up after the fourth death within a minute, and says so at once', async () => {
    const { link: worker, workers, replaced } = link();
    for (let n = 0; n < 4; n++) workers.at(-1)?.die();
    expect(replaced()).toBe(3);
    await expect(worker.call((remote) => remote.double(2))).rejects.toMatchObject({ code: 'worker/died' });
  });

  test('deaths far apart are forgiven', async () => {
    const { link: worker, workers, at } = link();
    for (let n = 0; n < 6; n++) {
      at(n * 40_000);
      workers.at(-1)?.die();
    }
    expect(await worker.call((remote) => remote.double(2))).toBe(4);
    worker.close();
  });

  test('an abort rejects with the reason and leaves the worker alive', async () => {
    const { link: worker } = link();
    const abort = new AbortController();
    const hanging = worker.call((remote) => remote.hang(), abort.signal);
    abort.abort(new Error('enough'));
    await expect(hanging).rejects.toThrow('enough');
    expect(await worker.call((remote) => remote.double(1))).toBe(2);
    worker.close();
  });
});
