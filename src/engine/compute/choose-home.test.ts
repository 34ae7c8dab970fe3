import { describe, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import type { HomeName } from '../../domain/training.ts';
import { chooseHome } from './choose-home.ts';
import type { HomeProvider, HomeProviders } from './home-provider.ts';
import { createFakeClock, createFakeHome } from './testing/fake-home.ts';
import type { FakeHome, FakeHomeOptions } from './testing/fake-home.ts';

type Offer = Omit<FakeHomeOptions, 'clock'> & { readonly isSoftware?: boolean };

/** Providers of fake homes; a string is why that home is missing. */
function setUp(offers: Partial<Record<HomeName, Offer | string>>) {
  const clock = createFakeClock();
  const opened: FakeHome[] = [];
  const provider = (name: HomeName): HomeProvider => {
    const offer = offers[name] ?? 'not here';
    if (typeof offer === 'string') {
      return {
        open: async () => {
          throw new Error(offer);
        },
        ...(name === 'webgpu' ? { look: async () => ({ unavailable: offer }) } : {}),
      };
    }
    return {
      open: async () => {
        const home = createFakeHome(name, { ...offer, clock });
        opened.push(home);
        return home;
      },
      ...(name === 'webgpu' ? { look: async () => ({ isSoftware: offer.isSoftware === true }) } : {}),
    };
  };
  const providers: HomeProviders = {
    webgpu: provider('webgpu'),
    wasm: provider('wasm'),
    reference: provider('reference'),
  };
  return { clock, opened, providers };
}

describe('chooseHome, auto', () => {
  test('takes the GPU where it is faster, and disposes of the loser', async () => {
    const { providers, clock, opened } = setUp({
      webgpu: { costMs: 5 },
      wasm: { costMs: 20 },
      reference: {},
    });
    const { home, report } = await chooseHome('auto', providers, clock.now);
    expect(report).toEqual({
      home: 'webgpu',
      device: 'fake webgpu',
      threads: 1,
      reason: 'fastest',
      calibration: { webgpu: 5, wasm: 20 },
      unavailable: {},
    });
    expect(opened.map((one) => [one.name, one.isDisposed()])).toEqual([
      ['wasm', true],
      ['webgpu', false],
    ]);
    expect(home.name).toBe('webgpu');
  });

  test('takes WASM where it is faster', async () => {
    const { providers, clock, opened } = setUp({ webgpu: { costMs: 25 }, wasm: { costMs: 20 } });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({ home: 'wasm', reason: 'fastest', calibration: { webgpu: 25, wasm: 20 } });
    expect(opened.find((home) => home.name === 'webgpu')!.isDisposed()).toBe(true);
  });

  test('never opens a software adapter where there is WASM, however fast it were', async () => {
    const { providers, clock, opened } = setUp({
      webgpu: { costMs: 1, isSoftware: true },
      wasm: { costMs: 20 },
    });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({
      home: 'wasm',
      reason: 'software-adapter',
      calibration: {},
      unavailable: {},
    });
    expect(opened.map((home) => home.name)).toEqual(['wasm']);
  });

  test('takes the faster of a software adapter and the reference where there is no WASM', async () => {
    const fast = setUp({
      webgpu: { costMs: 9, isSoftware: true },
      wasm: 'no SIMD',
      reference: { costMs: 400 },
    });
    const { report } = await chooseHome('auto', fast.providers, fast.clock.now);
    expect(report).toMatchObject({
      home: 'webgpu',
      reason: 'fastest',
      calibration: { webgpu: 9, reference: 400 },
      unavailable: { wasm: 'no SIMD' },
    });
    const slow = setUp({
      webgpu: { costMs: 900, isSoftware: true },
      wasm: 'no SIMD',
      reference: { costMs: 400 },
    });
    expect((await chooseHome('auto', slow.providers, slow.clock.now)).report.home).toBe('reference');
  });

  test('takes a hardware GPU where there is no WASM, without timing the reference', async () => {
    const { providers, clock } = setUp({ webgpu: { costMs: 9 }, wasm: 'no SIMD', reference: {} });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({ home: 'webgpu', reason: 'only', calibration: { webgpu: 9 } });
  });

  test('does not measure WASM where it is alone', async () => {
    const { providers, clock } = setUp({ webgpu: 'no adapter', wasm: { costMs: 20 } });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({ home: 'wasm', reason: 'only', unavailable: { webgpu: 'no adapter' } });
    expect(clock.ms).toBe(0);
  });

  test('a GPU that computes nonsense does not win, and is disposed of', async () => {
    const { providers, clock, opened } = setUp({ webgpu: { costMs: 1, wrong: true }, wasm: { costMs: 20 } });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({
      home: 'wasm',
      reason: 'only',
      unavailable: { webgpu: 'The webgpu home (fake webgpu) computes wrong answers.' },
    });
    expect(opened.find((home) => home.name === 'webgpu')!.isDisposed()).toBe(true);
  });

  test('falls back to the reference where there is nothing else', async () => {
    const { providers, clock } = setUp({ webgpu: 'no adapter', wasm: 'no SIMD', reference: {} });
    const { report } = await chooseHome('auto', providers, clock.now);
    expect(report).toMatchObject({
      home: 'reference',
      reason: 'only',
      unavailable: { webgpu: 'no adapter', wasm: 'no SIMD' },
    });
  });
});

describe('chooseHome, forced', () => {
  test('opens what was asked for and measures nothing, software or not', async () => {
    const { providers, clock, opened } = setUp({ webgpu: { isSoftware: true }, wasm: {} });
    const { report } = await chooseHome('webgpu', providers, clock.now);
    expect(report).toMatchObject({ home: 'webgpu', reason: 'forced', calibration: {}, unavailable: {} });
    expect(opened.length).toBe(1);
    expect(clock.ms).toBe(0);
  });

  test("rejects with 'home/unavailable', the reason and a remedy where it does not exist", async () => {
    const { providers, clock } = setUp({ webgpu: 'no adapter', wasm: {} });
    const error = await chooseHome('webgpu', providers, clock.now).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(HomebodyError);
    expect(error).toMatchObject({
      code: 'home/unavailable',
      message: 'The webgpu home is not available: no adapter',
      detail: { home: 'webgpu', reason: 'no adapter' },
    });
    expect((error as HomebodyError).remedy).toContain('wasm');
  });
});
