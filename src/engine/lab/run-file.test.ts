import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import type { RunRequest } from '../../domain/lab.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { labBench, SHOP } from './testing/lab-bench.ts';

describe('the file of a run', () => {
  test('names config, seed, fingerprints and metrics in its header', async () => {
    const { start, lab } = labBench();
    const run = await start({ seed: 5 });
    const bytes = await lab.export(SHOP, run.id);
    const length = Number(new DataView(bytes.buffer).getBigUint64(0, true));
    const header = JSON.parse(new TextDecoder().decode(bytes.subarray(8, 8 + length))) as {
      __metadata__: Record<string, string>;
      item_embeddings: { dtype: string; shape: number[] };
    };
    expect(header.item_embeddings).toMatchObject({ dtype: 'F32', shape: [48, 8] });
    const { __metadata__: told } = header;
    expect(told).toMatchObject({ model: 'ials', seed: '5', data_fingerprint: run.dataFingerprint });
    expect(JSON.parse(told['config']!)).toEqual(run.config);
    expect(JSON.parse(told['metrics']!)).toEqual(run.metrics);
    expect(told['fingerprint']).toMatch(/^[0-9a-f]{8}$/);
  });

  test('comes back with its figures and gives the same recommendations, also in another visit', async () => {
    const source = createFakeSource(tasteLog(4));
    const { start, lab } = labBench(source);
    const run = await start();
    const bytes = await lab.export(SHOP, run.id);
    const other = labBench(createFakeSource(tasteLog(4)));
    const imported = await other.lab.import(SHOP, bytes, 77);
    expect(imported).toMatchObject({
      origin: 'imported',
      at: 77,
      model: 'ials',
      config: run.config,
      metrics: run.metrics,
      intervals: run.intervals,
      protocol: run.protocol,
      seed: run.seed,
      dataFingerprint: run.dataFingerprint,
      splitFingerprint: run.splitFingerprint,
      warnings: [],
    });
    expect(await other.lab.runs(SHOP)).toEqual([imported]);
    const visitor = { kind: 'user', row: 2 } as const;
    const ask = { catalogue: SHOP, visitor, k: 10 };
    expect(await other.lab.lists({ ...ask, runs: [imported.id] })).toEqual(
      await lab.lists({ ...ask, runs: [run.id] }),
    );
    await expect(other.lab.compare(SHOP, imported.id, imported.id)).rejects.toMatchObject({
      code: 'lab/not-comparable',
      detail: { differs: 'origin' },
    });
    await other.lab.promote(SHOP, imported.id, 78);
    expect((await other.session.openCatalogue(SHOP)).model).toMatchObject({ trainedAt: run.at });
  });

  test.each<Partial<RunRequest>>([
    { model: 'item-knn', config: {}, seed: 7 },
    { seed: 7, protocol: { name: 'k-fold', folds: 2 } },
    { seed: 7, protocol: { name: 'strong', testShare: 0.2 } },
  ])('keeps all that a run says of itself, there and back twice: %j', async (request) => {
    const { start, lab } = labBench();
    const run = await start(request);
    const once = await lab.import(SHOP, await lab.export(SHOP, run.id), 77);
    const { id: _id, origin, at, modelBytes: _bytes, ...kept } = once;
    expect({ origin, at }).toEqual({ origin: 'imported', at: 77 });
    expect(run).toMatchObject(kept);
    const { seed, splitFingerprint, dataFingerprint } = once;
    expect({ seed, splitFingerprint, dataFingerprint }).toEqual({
      seed: 7,
      splitFingerprint: run.splitFingerprint,
      dataFingerprint: run.dataFingerprint,
    });
    expect(run.splitFingerprint).toMatch(/^[0-9a-f]{16}$/);
    const twice = await lab.import(SHOP, await lab.export(SHOP, once.id), 78);
    expect(twice).toMatchObject(kept);
  });

  test('that tells nothing of a run, as the command line writes it, leaves unknown what is unknown', async () => {
    const { start, lab } = labBench();
    const run = await start({ model: 'item-knn', config: {} });
    const { tensors, metadata } = decodeSafetensors(await lab.export(SHOP, run.id));
    const { run: _run, metrics: _metrics, data_fingerprint: _data, ...rest } = metadata;
    const bytes = encodeSafetensors({ tensors, metadata: { ...rest, seed: '' } });
    const imported = await lab.import(SHOP, bytes, 1);
    expect(imported).toMatchObject({
      model: 'item-knn',
      seed: null,
      protocol: null,
      protocolText: '',
      trainedOn: 'unknown',
      dataFingerprint: '',
      splitFingerprint: '',
      warnings: [],
    });
    const again = decodeSafetensors(await lab.export(SHOP, imported.id)).metadata;
    expect([again['seed'], again['data_fingerprint']]).toEqual(['', '']);
  });

  test('says that it was trained on another log of the same catalogue', async () => {
    const { start, lab } = labBench(createFakeSource(tasteLog(9)));
    const bytes = await lab.export(SHOP, (await start()).id);
    expect(await labBench().lab.import(SHOP, bytes, 1)).toMatchObject({ warnings: ['other-log'] });
  });

  test('is refused where it is damaged, cut off or none, or of another catalogue; what is stored stays', async () => {
    const { start, lab, home } = labBench();
    const run = await start();
    const bytes = await lab.export(SHOP, run.id);
    const flipped = bytes.slice();
    flipped[bytes.length - 5]! ^= 1;
    for (const wrong of [flipped, bytes.slice(0, 900), new TextEncoder().encode('user,item\n1,2\n')]) {
      await expect(lab.import(SHOP, wrong, 1)).rejects.toMatchObject({
        code: 'lab/not-a-model',
        remedy: expect.stringContaining('Choose a file') as unknown,
        detail: { why: expect.stringContaining('not a whole checkpoint') as unknown },
      });
    }
    const { tensors, metadata } = decodeSafetensors(bytes);
    const encode = (told: Record<string, string>) =>
      encodeSafetensors({ tensors, metadata: { ...metadata, ...told } });
    const newer = lab.import(SHOP, encode({ format_version: '99' }), 1);
    await expect(newer).rejects.toMatchObject({ code: 'checkpoint/version' });
    const { item_embeddings: _gone, ...rest } = tensors;
    const without = lab.import(SHOP, encodeSafetensors({ tensors: rest, metadata }), 1);
    await expect(without).rejects.toMatchObject({ code: 'lab/not-a-model' });
    const small = labBench(createFakeSource(tasteLog(4, 80, 24)));
    const elsewhere = await small.lab.import(SHOP, bytes, 1).catch((error: unknown) => error);
    expect(elsewhere).toMatchObject({ code: 'lab/other-catalogue' });
    expect((elsewhere as Error).message).toContain('of 48 items; the open one has 24');
    expect(await lab.runs(SHOP)).toEqual([run]);
    expect(home.alive).toBe(0);
  });

  test('is believed in nothing that has not the right form', async () => {
    const { start, lab } = labBench();
    const { tensors, metadata } = decodeSafetensors(await lab.export(SHOP, (await start()).id));
    const told = {
      protocol: { name: 'temporal', testShare: 0.2 },
      metrics: { ndcgAt10: 'best', recallAt20: 0.5, praise: 1 },
      intervals: { recallAt20: { low: 0.4 } },
      validation: [{ epoch: 1 }, { epoch: 2, ndcgAt10: 0.1 }],
      users: '<b>',
      seed: 'lucky',
      trainedOn: 'moon',
      dataFingerprint: '<i>',
      splitFingerprint: 5,
    };
    const run = JSON.stringify(told);
    const imported = await lab.import(
      SHOP,
      encodeSafetensors({ tensors, metadata: { ...metadata, run } }),
      1,
    );
    expect(imported).toMatchObject({ users: 0, validation: [{ epoch: 2, ndcgAt10: 0.1 }] });
    expect(imported).toMatchObject({ trainedOn: 'unknown', dataFingerprint: '', splitFingerprint: '' });
    // That of the checkpoint itself.
    expect(imported.seed).toBe(1);
    expect(imported.metrics).toEqual({ recallAt20: 0.5 });
    expect(imported.intervals).toEqual({});
    expect(imported.protocolText).toContain('temporal');
    const silent = encodeSafetensors({ tensors, metadata: { ...metadata, run: 'no JSON' } });
    expect(await lab.import(SHOP, silent, 2)).toMatchObject({
      protocol: null,
      protocolText: '',
      metrics: {},
      warnings: [],
    });
  });
});
