import { describe, expect, test } from 'vitest';
import type { HomeName } from '../../domain/training.ts';
import { keepHome } from './home-keeper.ts';
import type { HomeProviders } from './home-provider.ts';
import { createFakeHome } from './testing/fake-home.ts';
import type { FakeHome } from './testing/fake-home.ts';

/** Each provider opens as often as told, then no more. */
function providersThatOpen(times: Readonly<Record<HomeName, number>>) {
  const opened: FakeHome[] = [];
  const provider = (name: HomeName) => {
    let left = times[name];
    return {
      open: async () => {
        left -= 1;
        if (left < 0) return { unavailable: `${name} is gone` };
        const home = createFakeHome(name);
        opened.push(home);
        return home;
      },
    };
  };
  const providers: HomeProviders = {
    webgpu: provider('webgpu'),
    wasm: provider('wasm'),
    reference: provider('reference'),
  };
  return { opened, providers };
}

const now = (): number => 0;

describe('HomeKeeper.reopen', () => {
  test('opens a fresh home of the same kind and disposes of the lost one', async () => {
    const { opened, providers } = providersThatOpen({ webgpu: 2, wasm: 1, reference: 1 });
    const keeper = await keepHome('webgpu', providers, now);
    const lost = keeper.home;
    const { home, report } = await keeper.reopen();
    expect(home).not.toBe(lost);
    expect(keeper.home).toBe(home);
    expect(report).toMatchObject({ home: 'webgpu', reason: 'forced', unavailable: {} });
    expect(opened.map((one) => one.isDisposed())).toEqual([true, false]);
  });

  test('goes on in WASM where the GPU does not come back, and says why', async () => {
    const { providers } = providersThatOpen({ webgpu: 1, wasm: 1, reference: 1 });
    const { report } = await (await keepHome('webgpu', providers, now)).reopen();
    expect(report).toMatchObject({ home: 'wasm', reason: 'only', unavailable: { webgpu: 'webgpu is gone' } });
  });

  test('goes on in the reference where nothing else opens', async () => {
    const { providers } = providersThatOpen({ webgpu: 1, wasm: 0, reference: 1 });
    const { report } = await (await keepHome('webgpu', providers, now)).reopen();
    expect(report).toMatchObject({
      home: 'reference',
      unavailable: { webgpu: 'webgpu is gone', wasm: 'wasm is gone' },
    });
  });

  test("rejects with 'home/unavailable' where nothing opens at all", async () => {
    const { providers } = providersThatOpen({ webgpu: 1, wasm: 0, reference: 0 });
    await expect((await keepHome('webgpu', providers, now)).reopen()).rejects.toMatchObject({
      code: 'home/unavailable',
    });
  });

  test('leaves a GPU that was lost twice alone, though it would open again, and says why', async () => {
    const { opened, providers } = providersThatOpen({ webgpu: 9, wasm: 9, reference: 9 });
    const keeper = await keepHome('webgpu', providers, now);
    expect((await keeper.reopen()).home.name).toBe('webgpu');
    const { report } = await keeper.reopen();
    expect(report).toMatchObject({
      home: 'wasm',
      reason: 'only',
      unavailable: { webgpu: 'It was lost 2 times and is not opened again before a reload.' },
    });
    expect(opened.map((one) => one.name)).toEqual(['webgpu', 'webgpu', 'wasm']);
  });

  test('counts each kind for itself: after two GPUs and two WASM homes the reference goes on, for good', async () => {
    const { providers } = providersThatOpen({ webgpu: 9, wasm: 9, reference: 9 });
    const keeper = await keepHome('webgpu', providers, now);
    const names: HomeName[] = [];
    for (let loss = 0; loss < 7; loss++) names.push((await keeper.reopen()).home.name);
    expect(names).toEqual(['webgpu', 'wasm', 'wasm', 'reference', 'reference', 'reference', 'reference']);
  });

  test('gives calls that come together the same home', async () => {
    const { opened, providers } = providersThatOpen({ webgpu: 3, wasm: 0, reference: 0 });
    const keeper = await keepHome('webgpu', providers, now);
    const [one, other] = await Promise.all([keeper.reopen(), keeper.reopen()]);
    expect(one.home).toBe(other.home);
    expect(opened.length).toBe(2);
  });
});
