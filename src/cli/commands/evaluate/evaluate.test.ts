import { afterAll, describe, expect, test } from 'vitest';
import { cli, testFolder, writeSmallNcf } from '../../testing/test-cli.ts';

const folder = testFolder();
afterAll(folder.remove);
writeSmallNcf(folder.path);

const evaluate = (...args: string[]) => cli(['evaluate', '--data', folder.path, ...args]);
const log2 = Math.log2;
/** In the reports of a test the clock ticks by itself and memory is the test runner's. */
const measured = { trainSeconds: expect.any(Number), peakMemoryBytes: expect.any(Number) };
const data = { format: 'NCF split', rowsRead: 9, duplicatesMerged: 0, badRows: 0 };

describe('popularity on a split that is counted by hand', () => {
  test('ncf: u ranks C behind D (a tie), v ranks E behind D and F (a tie), w ranks B first', async () => {
    const { exitCode, out, err } = await evaluate('--model', 'popularity', '--protocol', 'ncf', '--json');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const ndcg = (Math.LN2 / Math.log(3) + Math.LN2 / Math.log(4) + Math.LN2 / Math.log(2)) / 3;
    // All items: u sees C first, v sees D, E, F, w sees B first; only A, that all have, is in no list.
    const fullNdcg = (1 + 1 / log2(3) + 1) / 3;
    expect(JSON.parse(out)).toEqual({
      model: 'popularity',
      config: {},
      home: 'reference',
      threads: 1,
      protocol: 'ncf',
      data,
      users: 4,
      items: 6,
      interactions: 9,
      heldOutUsers: 3,
      ...measured,
      secondsPerEpoch: null,
      seed: 1,
      metrics: {
        hitRateAt10: 1,
        ndcgAt10: fullNdcg,
        recallAt20: 1,
        ndcgAt100: fullNdcg,
        coverageAt10: 5 / 6,
      },
      sampledMetrics: { hitRateAt10: 1, ndcgAt10: ndcg },
    });
    expect(Object.keys(JSON.parse(out) as object).at(-1)).toBe('sampledMetrics');
  });

  test('leave-one-out joins the test rows to the log and holds out the last item of each user, x too', async () => {
    const { out } = await evaluate('--model', 'popularity', '--protocol', 'leave-one-out', '--json');
    // Left of 12 pairs: uA uB vA vB vC wA wD xA. Counts: A 4, B 2, C 1, D 1, E 0. x's B comes first.
    const ndcg = (1 + 1 / log2(3) + 1 + 1) / 4;
    expect(JSON.parse(out)).toMatchObject({
      protocol: 'leave-one-out',
      interactions: 8,
      heldOutUsers: 4,
      metrics: { hitRateAt10: 1, ndcgAt10: ndcg },
    });
    expect(out).not.toContain('sampledMetrics');
  });
});

test('iALS reports its configuration and epoch, the same on each run of a seed', async () => {
  const args = ['--model', 'ials', '--protocol', 'ncf', '--dim', '4', '--epochs', '2', '--reg', '0.05'];
  const [first, second] = await Promise.all([
    evaluate(...args, '--seed', '-7', '--home', 'reference', '--json'),
    evaluate(...args, '--seed', '-7', '--home', 'reference', '--json'),
  ]);
  expect(first).toEqual(second.out ? { ...first, out: first.out, err: '' } : {});
  const report = JSON.parse(first.out) as Record<string, unknown>;
  const figure = expect.any(Number) as number;
  expect(report).toEqual({
    model: 'ials',
    config: {
      dim: 4,
      epochs: 2,
      regularisation: 0.05,
      regularisationExponent: 1,
      unobservedWeight: 0.1,
      initialStddev: 0.1,
      cgSteps: 3,
      seed: -7,
    },
    home: 'reference',
    threads: 1,
    protocol: 'ncf',
    data,
    users: 4,
    items: 6,
    interactions: 9,
    heldOutUsers: 3,
    ...measured,
    secondsPerEpoch: (report['trainSeconds'] as number) / 2,
    seed: -7,
    metrics: {
      hitRateAt10: 1,
      ndcgAt10: figure,
      recallAt20: 1,
      ndcgAt100: figure,
      coverageAt10: 5 / 6,
    },
    sampledMetrics: { hitRateAt10: 1, ndcgAt10: figure },
  });
  const other = JSON.parse(second.out) as Record<string, unknown>;
  expect(other['metrics']).toEqual(report['metrics']);
  expect(other['sampledMetrics']).toEqual(report['sampledMetrics']);
});

test('the table for people names the protocol beside the figures', async () => {
  const { out } = await evaluate('--model', 'popularity', '--protocol', 'ncf');
  expect(out).toMatch(/Protocol +ncf: .*3 users\n/);
  expect(out).toMatch(/HR@10 +NDCG@10 +Recall@20 +NDCG@100 +Coverage@10\n/);
  expect(out).toMatch(/among the given negatives +1\.0000 +0\.7103 /);
  expect(out).toMatch(/among all items but the history +1\.0000 +0\.8770 +1\.0000 +0\.8770 +0\.8333\n/);
});

test('progress is shown to whoever watches, never beside --json', async () => {
  const args = ['evaluate', '--data', folder.path, '--model', 'popularity', '--protocol', 'ncf'];
  expect((await cli(args, { watched: true })).err).toMatch(/evaluating/);
  expect((await cli([...args, '--json'], { watched: true })).err).toBe('');
  expect((await cli(args)).err).toBe('');
});
