import { describe, expect, test } from 'vitest';
import { deferred } from '../../domain/deferred.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { DeviceGuard } from './device-guard.ts';

type Scope = 'out-of-memory' | 'internal' | 'validation';

/** A device whose next error is planted in a scope; as on a GPU, the innermost scope of that kind hears of it. */
function fakeDevice() {
  const lost = deferred<{ reason: string; message: string }>();
  const events = new EventTarget();
  const scopes: Scope[] = [];
  let planted: Scope | null = null;
  const device = Object.assign(events, {
    lost: lost.promise,
    pushErrorScope: (scope: Scope) => void scopes.push(scope),
    popErrorScope: async () => (scopes.pop() === planted ? { message: 'no more' } : null),
    queue: { onSubmittedWorkDone: async () => undefined },
  });
  return {
    device: device as unknown as GPUDevice,
    plant: (scope: Scope | null) => (planted = scope),
    lose: () => lost.resolve({ reason: 'unknown', message: 'unplugged' }),
    report: (message: string) =>
      events.dispatchEvent(Object.assign(new Event('uncapturederror'), { error: { message } })),
  };
}

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe('DeviceGuard', () => {
  test.each(['out-of-memory', 'internal'] as const)(
    "an error in the scope '%s' loses the device: the call, `lost` and later calls reject with it",
    async (scope) => {
      const fake = fakeDevice();
      const guard = new DeviceGuard(fake.device, 'test');
      fake.plant(scope);
      const failure = await failureOf(guard.run('solve', async () => 1));
      expect(failure).toBeInstanceOf(HomebodyError);
      expect(failure).toMatchObject({
        code: 'home/lost',
        message: 'The GPU failed: solve: no more',
        detail: { device: 'test', reason: scope, label: 'solve' },
        cause: { message: 'no more' },
      });
      expect(await failureOf(guard.lost)).toBe(failure);
      fake.plant(null);
      expect(() => guard.check()).toThrow(failure as HomebodyError);
    },
  );

  test("a validation error fails its call alone, with 'internal'", async () => {
    const fake = fakeDevice();
    const guard = new DeviceGuard(fake.device, 'test');
    fake.plant('validation');
    expect(await failureOf(guard.run('solve', async () => 1))).toMatchObject({ code: 'internal' });
    fake.plant(null);
    await expect(guard.run('solve', async () => 2)).resolves.toBe(2);
  });

  test("an uncaptured error rejects a call that never settles, and `lost`, with 'home/lost'", async () => {
    const fake = fakeDevice();
    const guard = new DeviceGuard(fake.device, 'test');
    const pending = failureOf(guard.run('read', () => new Promise(() => {})));
    fake.report('out of memory');
    const failure = await failureOf(guard.lost);
    expect(failure).toMatchObject({ code: 'home/lost', cause: { message: 'out of memory' } });
    expect(await pending).toBe(failure);
  });

  test('after dispose neither an uncaptured error nor a loss rejects `lost`', async () => {
    const fake = fakeDevice();
    const guard = new DeviceGuard(fake.device, 'test');
    guard.dispose();
    fake.report('late');
    fake.lose();
    await fake.device.lost;
    expect(await Promise.race([failureOf(guard.lost), Promise.resolve('quiet')])).toBe('quiet');
  });
});
