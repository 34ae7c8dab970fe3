import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { createCountingHome } from '../testing/counting-home.ts';
import { HomeGuard } from './home-guard.ts';

const LOST = { code: 'home/lost' };

describe('HomeGuard', () => {
  test('gives what a call gives, and throws what it throws', async () => {
    const guard = new HomeGuard(createReferenceHome());
    expect(await guard.run(async (home) => home.name)).toBe('reference');
    const failing = guard.run(() => Promise.reject(new HomebodyError('shape/mismatch', 'No.')));
    await expect(failing).rejects.toMatchObject({ code: 'shape/mismatch' });
    expect(guard.create((home) => home.createF32(3)).length).toBe(3);
  });

  test('rejects calls that never answer once the home is lost, and every later one', async () => {
    const home = createCountingHome();
    const guard = new HomeGuard(home);
    const pending = guard.run(() => new Promise<never>(() => {}));
    home.lose();
    await expect(pending).rejects.toMatchObject(LOST);
    await expect(guard.run(async () => 1)).rejects.toMatchObject(LOST);
    expect(() => guard.create(() => 1)).toThrow(expect.objectContaining(LOST));
  });

  test('takes a dead thread for a lost home, whichever is noticed first', async () => {
    const guard = new HomeGuard(createReferenceHome());
    const died = new HomebodyError('worker/died', 'A thread ended.', { detail: { reason: 'x' } });
    await expect(guard.run(() => Promise.reject(died))).rejects.toMatchObject({
      ...LOST,
      detail: { reason: 'x' },
    });
    const create = (): never => {
      throw died;
    };
    expect(() => guard.create(create)).toThrow(expect.objectContaining(LOST));
  });
});
