import { describe, expect, test } from 'vitest';
import { deferred } from '../domain/deferred.ts';
import { catalogueId, itemIndex } from '../domain/ids.ts';
import { unwrap } from '../domain/outcome.ts';
import type { HomeProviders } from '../engine/compute/home-provider.ts';
import { createCountingHome } from '../engine/testing/counting-home.ts';
import type { CountingHome } from '../engine/testing/counting-home.ts';
import { createFakeSource } from '../engine/testing/fake-source.ts';
import { tasteLog } from '../engine/testing/logs.ts';
import type { EngineApi } from '../protocol/engine-api.ts';
import { createEngineService } from './engine-service.ts';

const SHOP = catalogueId('shop');

/** A service without a GPU, whose WASM homes (the reference, told apart by number) open from the n-th time on. */
function bench(opensFrom = 1, gate: Promise<void> = Promise.resolve()) {
  const homes: CountingHome[] = [];
  let asked = 0;
  const wasm = async () => {
    asked += 1;
    await gate;
    if (asked < opensFrom) return { unavailable: 'no SIMD' };
    const home = createCountingHome();
    homes.push(home);
    return Object.assign(home, { name: 'wasm' as const, device: `wasm ${asked}` });
  };
  const none = async () => ({ unavailable: 'not here' });
  const providers: HomeProviders = {
    webgpu: { open: none },
    wasm: { open: wasm },
    reference: { open: none },
  };
  let time = 0;
  const service = createEngineService({
    providers,
    vault: { ...createFakeSource(tasteLog(4)), connect: () => {} },
    now: () => (time += 10),
    turns: { yieldTurn: () => Promise.resolve(), rest: () => {} },
  });
  return { service, homes };
}

const feed = (service: EngineApi) =>
  service.feed({ catalogue: SHOP, historyVersion: 1, k: 3, adventurousness: 0 });

const TRAINING = { catalogue: SHOP, config: { dim: 8, epochs: 2, seed: 3 } };
const train = (service: EngineApi) => service.train(TRAINING, 1e12, () => {});

const UNAVAILABLE = {
  ok: false,
  code: 'home/unavailable',
  message: 'The wasm home is not available: no SIMD',
};

describe('the engine service', () => {
  test("a start that fails fails the calls that wait for a home, and all later ones, with its 'home/unavailable'", async () => {
    const { service } = bench(2);
    const waiting = train(service);
    const starting = service.start('wasm');
    const duringIt = train(service);
    expect(await starting).toMatchObject(UNAVAILABLE);
    expect(await waiting).toMatchObject(UNAVAILABLE);
    // The seat is taken by the one before it, which will fail; either way it does not train.
    expect(await duringIt).toMatchObject({ ok: false });
    expect(await feed(service)).toMatchObject(UNAVAILABLE);
    const request = { catalogue: SHOP, historyVersion: 1, item: itemIndex(0) };
    expect(await service.explain(request)).toMatchObject(UNAVAILABLE);
  });

  test('popular items are answered while the home is still being opened; a training waits for it', async () => {
    const gate = deferred<void>();
    const { service, homes } = bench(1, gate.promise);
    const starting = service.start('wasm');
    expect(unwrap(await feed(service)).items).toHaveLength(3);
    expect(unwrap(await service.openCatalogue(SHOP)).model).toBeNull();
    const training = train(service);
    expect(homes).toHaveLength(0);
    gate.resolve();
    expect(unwrap(await training)).toMatchObject({ home: 'wasm' });
    expect(unwrap(await starting)).toMatchObject({ home: 'wasm' });
    expect(homes).toHaveLength(1);
  });

  test('after a failed start the next one serves the calls that come with it', async () => {
    const { service, homes } = bench(2);
    await service.start('wasm');
    const starting = service.start('auto');
    const duringIt = feed(service);
    expect(await starting).toMatchObject({ ok: true, value: { home: 'wasm', reason: 'only' } });
    expect(unwrap(await duringIt).items).toHaveLength(3);
    expect(unwrap(await feed(service)).items).toHaveLength(3);
    expect(homes).toHaveLength(1);
  });

  test('calls made before the start are answered by it', async () => {
    const { service } = bench();
    const early = feed(service);
    await service.start('wasm');
    expect(unwrap(await early).items).toHaveLength(3);
  });

  test('starting twice, at once or later, opens one home and gives the same report', async () => {
    const { service, homes } = bench();
    const [one, other] = await Promise.all([service.start('wasm'), service.start('auto')]);
    expect(one).toMatchObject({ ok: true, value: { home: 'wasm', device: 'wasm 1', reason: 'forced' } });
    expect(other).toEqual(one);
    expect(await service.start('reference')).toEqual(one);
    expect(homes).toHaveLength(1);
  });

  test('starting again after a lost home was replaced gives the report of the new one', async () => {
    const { service, homes } = bench();
    await service.start('wasm');
    homes[0]!.loseAtSolve(2);
    unwrap(await train(service));
    expect(unwrap(await service.start('wasm')).device).toBe('wasm 2');
  });
});
