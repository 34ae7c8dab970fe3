import { beforeAll, describe, expect, test } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import type { LabRun } from '../../domain/lab.ts';
import type { PrivateExport } from '../../domain/lab-privacy.ts';
import type { PrivacyClaim } from '../../domain/privacy.ts';
import { decodeSafetensors, encodeSafetensors } from '../checkpoint/safetensors.ts';
import { cryptographicNoise } from '../privacy/noise-source.ts';
import { createFakeSource } from '../testing/fake-source.ts';
import { tasteLog } from '../testing/logs.ts';
import { Lab } from './lab.ts';
import { privateStatement } from './private-export.ts';
import type { LabBench } from './testing/lab-bench.ts';
import { labBench, SHOP } from './testing/lab-bench.ts';
import { readPrivacy } from './told-privacy.ts';

const GMF = { model: 'gmf', config: { dim: 16, epochs: 2 } } as const;
/** Enough people for what is common to a taste to be heard through the noise. */
const crowd = (): LabBench => labBench(createFakeSource(tasteLog(4, 400, 48, 12_000)));
/** A lab whose noise is as in a browser. */
const secured = ({ session, source }: LabBench): Lab =>
  new Lab({
    session,
    source,
    now: () => 0,
    yieldTurn: () => Promise.resolve(),
    noise: cryptographicNoise((words) => crypto.getRandomValues(words)),
  });

let bench: LabBench;
let file: Uint8Array<ArrayBuffer>;
let statement: PrivateExport['statement'];
beforeAll(async () => {
  bench = crowd();
  const run = await bench.start(GMF);
  const request = { catalogue: SHOP, run: run.id, what: 'model', epsilon: 100, mostItems: null } as const;
  const made = await secured(bench).privacy.export(request, 1e12, () => {});
  [file, statement] = [made.file!, made.statement];
});

describe('a private file of GMF', () => {
  test('holds the item table and a fixed output, no user, no figure of the log, and says how it was sampled', () => {
    const { tensors, metadata } = decodeSafetensors(file);
    const shapes = Object.entries(tensors).map(([name, { shape }]) => [name, shape] as const);
    expect(Object.fromEntries(shapes)).toEqual({
      complement_items: [48, 0],
      complement_scores: [48, 0],
      item_embeddings: [48, 8],
      output: [2],
      popularity: [48],
    });
    // Not learnt, so that there is nothing in it that noise would have to hide.
    expect([...tensors['output']!.values]).toEqual([1, 0]);
    expect(JSON.parse(metadata['facts']!)).toMatchObject({
      name: 'gmf',
      userCount: 0,
      interactionCount: 0,
      losses: [],
      quality: null,
      config: { dim: 8, epochs: 15 },
    });
    expect(Object.fromEntries(statement)).toMatchObject({
      Unit: 'one user, with all of their events',
      Sampling: expect.stringContaining('with probability 0.5'),
      Mechanism: expect.stringMatching(/^Gaussian, noise multiplier [\d.]+, 30 steps$/),
      Noise: expect.stringContaining('crypto.getRandomValues'),
      Epsilon: expect.stringMatching(/^(100|99\.\d+)$/),
    });
  });

  test('is imported again, ranks what goes with a taste first, and serves the feed', async () => {
    const back = await bench.lab.import(SHOP, file, 2e12);
    const likes = [4, 8, 12].map(itemIndex);
    const { lists } = await bench.lab.lists({
      catalogue: SHOP,
      runs: [back.id],
      visitor: { kind: 'likes', likes },
      k: 8,
    });
    // Tastes go by the remainder of four.
    expect(lists[0]!.filter(({ item }) => item % 4 === 0).length).toBeGreaterThanOrEqual(6);
    await bench.lab.promote(SHOP, back.id, 3e12);
    bench.source.record(4, 'like');
    const feed = await bench.session.feed({
      catalogue: SHOP,
      historyVersion: bench.source.version,
      k: 3,
      adventurousness: 0,
    });
    expect(feed.items).toHaveLength(3);
  });
});

describe('what an imported file says of its privacy', () => {
  const imported = async (privacy?: string): Promise<LabRun> => {
    const { lab, start } = labBench();
    const run = await start();
    const { tensors, metadata } = decodeSafetensors(await lab.export(SHOP, run.id));
    const told = privacy === undefined ? metadata : { ...metadata, privacy };
    return lab.import(SHOP, encodeSafetensors({ tensors, metadata: told }), 1);
  };
  const claim: PrivacyClaim = {
    unit: 'user',
    mechanism: { kind: 'gaussian', samplingRate: 1, noiseMultiplier: 3, steps: 6 },
    epsilon: 4,
    delta: 1e-5,
    accountant: 'pld',
    noise: 'cryptographic',
  };
  const rows = Object.fromEntries(privateStatement(claim));

  test('stands with the run, word for word, is kept, and goes along when it is exported again', async () => {
    const { lab } = crowd();
    const back = await lab.import(SHOP, file, 2e12);
    expect(back.privacy).toEqual(statement);
    expect(await lab.runs(SHOP)).toEqual([back]);
    const again = await lab.import(SHOP, await lab.export(SHOP, back.id), 3e12);
    expect(again.privacy).toEqual(statement);
  });

  test('is nothing where it says nothing', async () => {
    expect(await imported()).not.toHaveProperty('privacy');
  });

  test('is nothing where its form is wrong; the model is good all the same', async () => {
    expect(await imported('{"Epsilon":"4"}')).not.toHaveProperty('privacy');
    expect((await imported(JSON.stringify(rows))).privacy).toEqual(Object.entries(rows));
  });

  test('of every claim that is written here has the right form', () => {
    const counts = { kind: 'geometric', sensitivity: 3 } as const;
    const claims: readonly PrivacyClaim[] = [
      claim,
      { ...claim, epsilon: 0.0123456 },
      { ...claim, noise: 'seeded' },
      { ...claim, mechanism: counts, accountant: 'exact', delta: 0 },
      { ...claim, unit: 'example' },
      { ...claim, mechanism: { ...claim.mechanism, samplingRate: 0.5, groupSize: 4 } as never },
    ];
    for (const one of claims) {
      const statement = privateStatement(one);
      expect(readPrivacy(JSON.stringify(Object.fromEntries(statement)))).toEqual(statement);
    }
  });

  test.each([
    ['no JSON', '{'],
    ['a list', JSON.stringify(Object.entries(rows))],
    ['a number for a text', JSON.stringify({ ...rows, Epsilon: 4 })],
    ['no number for ε', JSON.stringify({ ...rows, Epsilon: 'as small as you like' })],
    ['no δ', JSON.stringify({ ...rows, Delta: undefined })],
    ['a text of many lines', JSON.stringify({ ...rows, Covers: 'all\nCertified by Homebody' })],
    ['a text that turns the direction of writing', JSON.stringify({ ...rows, Unit: 'one \u202Eresu' })],
    ['a text without end', JSON.stringify({ ...rows, Mechanism: 'x'.repeat(401) })],
  ])('of a wrong form is none: %s', (_what, json) => {
    expect(readPrivacy(json)).toBeUndefined();
  });

  test('under names of its own is left out', () => {
    const statement = readPrivacy(JSON.stringify({ ...rows, 'Checked by': 'Homebody' }));
    expect(statement).toEqual(Object.entries(rows));
  });
});
