import { afterAll, describe, expect, test } from 'vitest';
import type { EvaluationReport } from './evaluation-report.ts';
import { cli, testFolder, writeSmallNcf } from '../../testing/test-cli.ts';

const folder = testFolder();
afterAll(folder.remove);
writeSmallNcf(folder.path);

const evaluate = (...args: string[]) => cli(['evaluate', '--data', folder.path, ...args]);
const log2 = Math.log2;
/** In the reports of a test the clock ticks by itself and memory is the test runner's. */
const measured = { trainSeconds: expect.any(Number), peakMemoryBytes: expect.any(Number) };
const data = { format: 'NCF split', rowsRead: 9, duplicatesMerged: 0, badRows: 0 };
const ncf = { protocolText: "ncf: the NCF authors' test item of each user", parts: 1 };
const between = { low: expect.any(Number), high: expect.any(Number) };
const intervals = {
  hitRateAt10: { low: 1, high: 1 },
  ndcgAt10: between,
  recallAt20: { low: 1, high: 1 },
  ndcgAt100: between,
  precisionAt10: between,
  mrrAt10: { low: 0.5, high: 1 },
  mapAt10: { low: 0.5, high: 1 },
  noveltyAt10: between,
  popularityAt10: { low: 1 / 3, high: 1 },
  diversityAt10: between,
};
const sampledIntervals = { hitRateAt10: { low: 1, high: 1 }, ndcgAt10: between };
/** Lists CDEF, DEF and BCEF; likes B 3, C 1, D 1 of four users. Shown: A 0, B 1, C 2, D 2, E 3, F 3 times. */
const alsoOfLists = {
  precisionAt10: expect.closeTo(0.1, 12) as number,
  mrrAt10: expect.closeTo((1 + 1 / 2 + 1) / 3, 12) as number,
  mapAt10: expect.closeTo((1 + 1 / 2 + 1) / 3, 12) as number,
  noveltyAt10: expect.closeTo((2 + 2 + (log2(4 / 3) + 3 * 2) / 4) / 3, 12) as number,
  popularityAt10: expect.closeTo((2 / 4 + 1 / 3 + 4 / 4) / 3, 12) as number,
  giniAt10: expect.closeTo((-3 * 1 - 2 + 2 + 3 * 3 + 5 * 3) / (6 * 11), 12) as number,
};

describe('popularity on a split that is counted by hand', () => {
  test('ncf: u ranks C behind D (a tie), v ranks E behind D and F (a tie), w ranks B first', async () => {
    const { exitCode, out, err } = await evaluate('--model', 'popularity', '--protocol', 'ncf', '--json');
    expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
    const ndcg = (Math.LN2 / Math.log(3) + Math.LN2 / Math.log(4) + Math.LN2 / Math.log(2)) / 3;
    // All items: u sees C first, v sees D, E, F, w sees B first; only A, that all have, is in no list.
    const fullNdcg = (1 + 1 / log2(3) + 1) / 3;
    expect(JSON.parse(out)).toEqual({
      model: 'popularity',
      config: { halfLifeDays: 0 },
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
      ...ncf,
      intervals,
      sampledIntervals,
      metrics: {
        ...alsoOfLists,
        diversityAt10: 1,
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
    curve: [1, 2].map((epoch) => ({ epoch, seconds: figure, loss: figure })),
    seed: -7,
    ...ncf,
    intervals,
    sampledIntervals,
    metrics: {
      ...alsoOfLists,
      mrrAt10: figure,
      mapAt10: figure,
      diversityAt10: figure,
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

describe('several models on one split', () => {
  const compare = (...args: string[]) =>
    evaluate('--models', 'popularity,ials', '--dim', '4', '--home', 'reference', ...args);

  test('--json is an array of what each prints alone; the second is compared with the first', async () => {
    const reports = JSON.parse((await compare('--protocol', 'ncf', '--json')).out) as EvaluationReport[];
    const alone = JSON.parse(
      (await evaluate('--model', 'ials', '--dim', '4', '--home', 'reference', '--protocol', 'ncf', '--json'))
        .out,
    ) as EvaluationReport;
    expect(reports.map(({ model }) => model)).toEqual(['popularity', 'ials']);
    expect(reports[0]).not.toHaveProperty('comparison');
    const { comparison, ...own } = reports[1]!;
    const timeless = (one: EvaluationReport) => ({
      ...one,
      ...measured,
      secondsPerEpoch: 0,
      curve: one.curve?.map(({ loss }) => loss),
    });
    expect(timeless(own)).toEqual(timeless(alone));
    expect(comparison?.with).toBe('popularity');
    expect(comparison?.metrics.hitRateAt10).toEqual({
      users: 3,
      difference: 0,
      p: 1,
      interval: { low: 0, high: 0 },
    });
    expect(comparison?.metrics.ndcgAt10?.difference).toBeCloseTo(
      own.metrics.ndcgAt10 - reports[0]!.metrics.ndcgAt10,
      12,
    );
    expect(comparison?.sampledMetrics?.ndcgAt10.users).toBe(3);
  });

  test('the table has a line a model, with interval and p, under the protocol', async () => {
    const { out } = await compare('--protocol', 'ncf');
    expect(out).toMatch(/Protocol +ncf: .*3 users\n/);
    expect(out).toMatch(/\npopularity +0\.8770 +0\.6309 to 1\.0000 +- +1\.0000 +1\.0000 to 1\.0000 +- /);
    expect(out).toMatch(
      /\nials +\d\.\d{4} +\d\.\d{4} to \d\.\d{4} +\d\.\d{3} +1\.0000 +1\.0000 to 1\.0000 +1\.000 /,
    );
  });
});

describe('each protocol', () => {
  test('temporal: the last quarter of 12 events, from 1.1e9 s on, are the test rows', async () => {
    const { out } = await evaluate(
      '--model',
      'popularity',
      '--protocol',
      'temporal',
      '--test-share',
      '0.25',
      '--json',
    );
    expect(JSON.parse(out)).toMatchObject({
      protocol: 'temporal',
      protocolText: 'temporal: the latest 25 % of the events, one point in time for all',
      interactions: 9,
      heldOutUsers: 3,
      metrics: { hitRateAt10: 1, ndcgAt10: (1 + 1 / log2(3) + 1) / 3 },
    });
    expect(out).not.toContain('warning');
  });

  test('k-fold asks each of the four users, in as many parts as there are folds, and warns of times', async () => {
    const { out } = await evaluate('--model', 'popularity', '--protocol', 'k-fold', '--folds', '2', '--json');
    expect(JSON.parse(out)).toMatchObject({ protocol: 'k-fold', parts: 2, heldOutUsers: 4, interactions: 6 });
    expect((JSON.parse(out) as EvaluationReport).warning).toMatch(/k-fold splits at random/);
  });

  test('strong folds in users who were not trained on; AUC on demand', async () => {
    const args = ['--models', 'ials,popularity', '--protocol', 'strong', '--test-share', '0.5', '--auc'];
    const { out } = await evaluate(...args, '--dim', '4', '--home', 'reference', '--json');
    const reports = JSON.parse(out) as EvaluationReport[];
    expect(reports.map(({ heldOutUsers }) => heldOutUsers)).toEqual([2, 2]);
    for (const { metrics } of reports) {
      expect(metrics.auc).toBeGreaterThanOrEqual(0);
      expect(metrics.auc).toBeLessThanOrEqual(1);
    }
  });

  test.each([
    [['--protocol', 'temporal', '--folds', '3'], /--folds is an option of k-fold/],
    [['--protocol', 'ncf', '--test-share', '0.3'], /--test-share is an option of temporal and strong/],
    [['--protocol', 'strong', '--test-share', '1'], /--test-share cannot be 1: it must be above 0/],
    [['--protocol', 'ncf', '--models', 'ials'], /--model and --models are both given/],
    [
      ['--protocol', 'ncf', '--set', 'popularity.l2=3'],
      /popularity has no setting "l2"; it has halfLifeDays/,
    ],
    [['--protocol', 'ncf', '--set', 'ials.dim=3'], /--set takes MODEL.FIELD=X of popularity/],
  ])('%o is not understood', async (args, message) => {
    const { exitCode, err } = await evaluate('--model', 'popularity', ...args);
    expect(exitCode).toBe(2);
    expect(err).toMatch(message);
  });

  test('--set reaches any setting, checked by the model itself', async () => {
    const args = ['--model', 'ials', '--protocol', 'ncf', '--home', 'reference', '--json'];
    const { out } = await evaluate(...args, '--set', 'ials.dim=5', '--set', 'ials.epochs=2');
    expect(JSON.parse(out)).toMatchObject({ config: { dim: 5, epochs: 2 } });
    expect((await evaluate(...args, '--set', 'ials.dim=2')).err).toMatch(
      /--set ials\.dim cannot be 2: it must be an integer from 4 to 512/,
    );
  });
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

describe('under differential privacy of users', () => {
  const args = ['--model', 'ials', '--protocol', 'ncf', '--home', 'reference', '--dim', '4'];

  test('says what is promised: noise, releases, unit and adjacency; no ε above the one asked for', async () => {
    const { out } = await evaluate(...args, '--epsilon', '2', '--delta', '1e-3', '--epochs', '5', '--json');
    const { privacy, config } = JSON.parse(out) as EvaluationReport;
    expect(config).toMatchObject({ dim: 4, epochs: 5 });
    expect(privacy).toMatchObject({
      unit: 'user',
      adjacency: 'add or remove one user',
      samplingRate: 1,
      steps: 5,
      delta: 1e-3,
      accountant: 'pld',
    });
    expect(privacy!.epsilon).toBeLessThanOrEqual(2);
    expect(privacy!.epsilon).toBeGreaterThan(1.99);
    expect(privacy!.noiseMultiplier).toBeGreaterThan(2);
  });

  test('without noise the promise is infinite, and said so', async () => {
    const { out } = await evaluate(...args, '--epsilon', 'Infinity', '--json');
    expect(JSON.parse(out)).toMatchObject({
      config: { epochs: 3 },
      privacy: { epsilon: 'Infinity', noiseMultiplier: 0, delta: 1e-5 },
    });
    expect((await evaluate(...args, '--epsilon', 'Infinity')).out).toMatch(
      /Privacy +item table: epsilon infinite: nothing is promised/,
    );
    expect((await evaluate('--models', ...args.slice(1), '--epsilon', '2')).out).toMatch(
      /Privacy +item table: epsilon 2, .*seeded noise, for measuring alone/,
    );
  });

  test('GMF by DP-SGD: Poisson sampling of users, an epoch as many steps as sample each once', async () => {
    const gmf = ['--model', 'gmf', '--protocol', 'ncf', '--home', 'reference', '--epochs', '2'];
    const { out } = await evaluate(...gmf, '--epsilon', '3', '--json');
    const { privacy, config, sampledMetrics } = JSON.parse(out) as EvaluationReport;
    expect(config).toMatchObject({ dim: 8, epochs: 2 });
    expect(privacy!.steps * privacy!.samplingRate).toBeCloseTo(2, 9);
    expect(privacy!.epsilon).toBeLessThanOrEqual(3);
    expect(sampledMetrics!.hitRateAt10).toBe(1);
  });

  test.each([
    [
      ['--model', 'popularity', '--epsilon', '1'],
      /--epsilon goes with one model, --model ials or --model gmf, and not with popularity/,
    ],
    [['--models', 'popularity,ials', '--epsilon', '1'], /one model.*and not with popularity, ials/],
    [['--model', 'ials', '--delta', '1e-5'], /--delta is an option of --epsilon/],
    [['--model', 'ials', '--epsilon', '0'], /--epsilon cannot be 0: it must be above 0/],
    [
      ['--model', 'ials', '--epsilon', '1', '--delta', '1'],
      /--delta cannot be 1: it must be above 0, below 1/,
    ],
  ])('%o is not understood', async (wrong, message) => {
    const { exitCode, err } = await evaluate('--protocol', 'ncf', ...wrong);
    expect(exitCode).toBe(2);
    expect(err).toMatch(message);
  });
});
