import { mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { cli, testFolder, writeTwoTastes } from '../../testing/test-cli.ts';
import type { TuneReport } from './tune-report.ts';

const folder = testFolder();
afterAll(folder.remove);
const data = join(folder.path, 'data');
mkdirSync(data);
writeTwoTastes(data);
const path = (name: string): string => join(folder.path, name);

const BASE = [
  'tune',
  '--data',
  data,
  '--model',
  'ials',
  '--dim',
  '4',
  '--epochs',
  '2',
  '--home',
  'reference',
];
const GRID = [
  ...BASE,
  '--space',
  'regularisation=0.01,1',
  '--space',
  'unobservedWeight=0.1,0.5',
  '--folds',
  '3',
];
const report = (out: string): TuneReport => JSON.parse(out) as TuneReport;

test('tries all combinations on each fold and names the best as a whole config', async () => {
  const { exitCode, out, err } = await cli([...GRID, '--json']);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  const { best, trials, ...rest } = report(out);
  expect(rest).toEqual({
    model: 'ials',
    search: { kind: 'grid' },
    validation: { kind: 'folds', folds: 3 },
    metric: 'ndcgAt10',
    home: 'reference',
    threads: 1,
    data: { format: 'MovieLens CSV', rowsRead: 100, duplicatesMerged: 0, badRows: 0 },
    seed: 1,
    ended: 'complete',
    spentSeconds: expect.any(Number),
    peakMemoryBytes: expect.any(Number),
    study: null,
  });
  expect(trials.map(({ settings }) => settings)).toEqual([
    { regularisation: 0.01, unobservedWeight: 0.1 },
    { regularisation: 0.01, unobservedWeight: 0.5 },
    { regularisation: 1, unobservedWeight: 0.1 },
    { regularisation: 1, unobservedWeight: 0.5 },
  ]);
  for (const { scores, score } of trials) {
    expect(scores).toHaveLength(3);
    expect(score).toBeCloseTo((scores[0]! + scores[1]! + scores[2]!) / 3, 12);
  }
  expect(best!.score).toBe(Math.max(...trials.map(({ score }) => score!)));
  expect(best!.config).toMatchObject({ dim: 4, epochs: 2, cgSteps: 3, ...best!.settings });
});

test('a trial that diverges has no score, is told of, and is not the best', async () => {
  const spread = [
    ...BASE.filter((part) => part !== 'ials'),
    '--space',
    'learningRate=0.01,1000',
    '--folds',
    '2',
  ];
  const mf = spread.toSpliced(spread.indexOf('--model') + 1, 0, 'mf');
  const { best, trials } = report((await cli([...mf, '--json'])).out);
  expect(trials.map(({ score, failed }) => [score === null, failed])).toEqual([
    [false, undefined],
    [true, 'diverged'],
  ]);
  expect(best!.settings).toEqual({ learningRate: 0.01 });
  const { exitCode, out } = await cli(mf);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^diverged +learningRate 1000$/m);
});

test('goes on from its study after Ctrl+C, to the same answer; the file is whole at any time', async () => {
  const study = path('study.json');
  const stop = new AbortController();
  const watcher = watch(folder.path, (_, name) => {
    if (name === 'study.json') stop.abort();
  });
  const stopped = await cli([...GRID, '--study', study], { signal: stop.signal });
  watcher.close();
  expect(stopped).toMatchObject({ exitCode: 130, out: '' });
  expect(stopped.err).toContain('goes on from');
  const stored = JSON.parse(readFileSync(study, 'utf8')) as { trials: { folds: object[] }[] };
  const folds = stored.trials.flatMap((trial) => trial.folds);
  expect(folds.length).toBeGreaterThan(0);
  expect(folds.length).toBeLessThan(12);

  const resumed = report((await cli([...GRID, '--study', study, '--json'])).out);
  const whole = report((await cli([...GRID, '--json'])).out);
  expect(resumed).toMatchObject({ best: whole.best, trials: whole.trials, study });
  expect(readdirSync(folder.path).filter((name) => name.includes('partial'))).toEqual([]);

  const other = await cli([...GRID, '--study', study, '--seed', '2']);
  expect(other).toMatchObject({ exitCode: 1, out: '' });
  expect(other.err).toMatch(/^checkpoint\/mismatch: The study is of another plan/);
});

test('halving takes the epochs up to --epochs, and a space may stand in a file', async () => {
  writeFileSync(path('space.json'), '{"regularisation":{"kind":"log-uniform","min":0.001,"max":1}}');
  const halving = ['--search', 'halving', '--trials', '4', '--eta', '2', '--protocol', 'leave-one-out'];
  const { out } = await cli([...BASE, '--space', path('space.json'), ...halving, '--json']);
  const { trials, best } = report(out);
  expect(trials.map(({ rung, settings }) => [rung, settings['epochs']])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
    [0, 1],
    [1, 2],
    [1, 2],
  ]);
  expect(best!.rung).toBe(1);
  expect(best!.deviation).toBeNull();
});

test('time may cut off the end: the report says so', async () => {
  // The test's clock moves 10 ms at each look.
  const { out, exitCode } = await cli([...GRID, '--seconds', '1', '--json']);
  expect(exitCode).toBe(0);
  expect(report(out).ended).toBe('budget');
  expect(report(out).trials.length).toBeLessThan(4);
  expect((await cli([...GRID, '--seconds', '1'])).out).toContain('the time was over');
});

test('the table for people ranks the trials, and progress names trial and fold', async () => {
  const { out, err } = await cli(GRID, { watched: true });
  expect(out).toMatch(/Measure +ndcgAt10, mean ± standard deviation of 3 folds/);
  expect(out).toMatch(/Best +dim 4, epochs 2, /);
  const scores = [...out.matchAll(/^(0\.\d{4}) ± /gm)].map(([, score]) => Number(score));
  expect(scores).toHaveLength(4);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(err).toMatch(/trial 1 of 4, fold 1 of 3/);
  expect(err).toMatch(/s left/);
});

test.each([
  [['--space', 'dimm=4,8'], /ials has no setting dimm\. It is one of dim, /],
  [['--space', 'dim=4,2'], /dim must be an integer from 4 to 512/],
  [['--space', 'dim=int:9..4'], /the smaller first/],
  [['--space', 'regularisation=log:0.1..1'], /must be given with "steps" for a grid/],
  [['--space', 'dim=4', '--space', 'dim=8'], /gives dim twice/],
  [['--space', path('nothing.json')], /there is no file/],
  [['--space', 'dim=4', '--trials', '3'], /--trials is an option of --search random and halving/],
  [['--space', 'dim=4', '--folds', '1'], /--folds cannot be 1/],
  [['--space', 'dim=4', '--seconds', '0'], /--seconds is a number above 0/],
  [['--space', 'dim=4', '--study', path('no/study')], /there is no folder/],
  [[], /--space is missing/],
])('%j is not understood: exit code 2', async (more, message) => {
  const { exitCode, err } = await cli([...BASE, ...more]);
  expect(err).toMatch(message);
  expect(exitCode).toBe(2);
});

test('halving needs a model that is trained in epochs: exit code 2', async () => {
  const args = ['tune', '--data', data, '--model', 'popularity', '--search', 'halving', '--space', 'x=1,2'];
  expect(await cli(args)).toMatchObject({ exitCode: 2, err: expect.stringMatching(/popularity has none/) });
});

test("a file that is no study is told so and left alone: 'checkpoint/format'", async () => {
  writeFileSync(path('other.txt'), 'not JSON');
  const { exitCode, err } = await cli([...GRID, '--study', path('other.txt')]);
  expect({ exitCode, code: err.split(':')[0] }).toEqual({ exitCode: 1, code: 'checkpoint/format' });
  expect(readFileSync(path('other.txt'), 'utf8')).toBe('not JSON');
});
