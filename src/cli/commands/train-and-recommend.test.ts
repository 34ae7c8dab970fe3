import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, testFolder, writeTwoTastes } from '../testing/test-cli.ts';
import type { Answer } from './recommend/recommend-from.ts';

const folder = testFolder();
afterAll(folder.remove);
const data = join(folder.path, 'data');
mkdirSync(data);
writeTwoTastes(data);

const model = join(folder.path, 'model.safetensors');
const SETTINGS = ['--model', 'ials', '--dim', '4', '--reg', '0.1', '--epochs', '6', '--home', 'reference'];
const train = (out: string, ...args: string[]) =>
  cli(['train', '--data', data, ...SETTINGS, '--out', out, ...args]);
const trained = await train(model, '--json');
const recommend = async (...args: string[]): Promise<Answer> =>
  JSON.parse((await cli(['recommend', '--model', model, ...args, '--json'])).out) as Answer;

test('train writes the model and says what it has learned from', () => {
  expect({ ...trained, out: '' }).toEqual({ exitCode: 0, out: '', err: '' });
  expect(JSON.parse(trained.out)).toEqual({
    model: 'ials',
    config: {
      dim: 4,
      epochs: 6,
      regularisation: 0.1,
      regularisationExponent: 1,
      unobservedWeight: 0.1,
      initialStddev: 0.1,
      cgSteps: 3,
      seed: 1,
    },
    home: 'reference',
    threads: 1,
    data: { format: 'MovieLens CSV', rowsRead: 100, duplicatesMerged: 0, badRows: 0 },
    users: 20,
    items: 12,
    interactions: 100,
    trainSeconds: expect.any(Number),
    peakMemoryBytes: expect.any(Number),
    seed: 1,
    finalLoss: expect.any(Number),
    out: model,
    bytes: readFileSync(model).length,
  });
});

test('recommend gives the rest of a taste first, with titles', async () => {
  const { history, k, recommendations } = await recommend('--history', '2,4,6', '--k', '3');
  expect(history.toSorted((a, b) => Number(a.id) - Number(b.id))).toEqual([
    { id: '2', title: 'Film 2', weight: 1 },
    { id: '4', title: 'Film 4', weight: 1 },
    { id: '6', title: 'Film 6', weight: 1 },
  ]);
  expect(k).toBe(3);
  expect(recommendations.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  expect(recommendations.map(({ id }) => id).sort()).toEqual(['10', '12', '8']);
  expect(recommendations.map(({ id, title }) => title === `Film ${id}`)).toEqual([true, true, true]);
});

test('the shares of the whole history sum to the score', async () => {
  const { recommendations } = await recommend('--history', '2,4,1', '--history', '11');
  expect(recommendations).toHaveLength(8);
  for (const { score, causes = [] } of recommendations) {
    expect(causes.map(({ id }) => id).sort()).toEqual(['1', '11', '2', '4']);
    expect(causes.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 12);
    const sizes = causes.map(({ share }) => Math.abs(share));
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
  }
  const scores = recommendations.map(({ score }) => score);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
});

test('an id given twice counts twice; the order of the history does not matter', async () => {
  const once = await recommend('--history', '2,3');
  expect(await recommend('--history', '3, 2')).toEqual(once);
  const twice = await recommend('--history', '2,3,2');
  expect(twice.history.find(({ id }) => id === '2')?.weight).toBe(2);
  expect(twice.recommendations).not.toEqual(once.recommendations);
});

test('unknown ids are all named, with examples of known ones', async () => {
  const { exitCode, err } = await cli(['recommend', '--model', model, '--history', '2,Q9,77']);
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^argument\/range: .*no item Q9, 77\.\n.*e\.g\. \d+, \d+, \d+/);
});

test('the list for people says what each item is recommended for', async () => {
  const { out } = await cli(['recommend', '--model', model, '--history', '2,4', '--k', '1']);
  expect(out).toMatch(
    /Score +Item +Because of\n1 +0\.\d{4} +Film \d+ \[\d+\] +Film [24] \[[24]\] \+0\.\d{4}, Film/,
  );
});

describe('another model', () => {
  const file = (name: string): string => join(folder.path, `${name}.safetensors`);
  const made = async (name: string, ...args: string[]) => {
    const options = ['--data', data, '--model', name, '--home', 'reference', '--out', file(name)];
    return JSON.parse((await cli(['train', ...options, ...args, '--json'])).out) as Record<string, unknown>;
  };
  const asked = async (name: string, history: string): Promise<Answer> =>
    JSON.parse(
      (await cli(['recommend', '--model', file(name), '--history', history, '--json'])).out,
    ) as Answer;

  test('takes its settings by their names, those of its parts by dots', async () => {
    expect(await made('ease', '--set', 'l2=7')).toMatchObject({
      model: 'ease',
      config: { l2: 7 },
      seed: null,
      finalLoss: null,
    });
    const set = ['--set', 'blend.weight=0.25', '--set', 'second.l2=9', '--set', 'blend.first.window=3'];
    expect(await made('blend', ...set)).toMatchObject({
      config: { weight: 0.25, second: { l2: 9 }, first: { window: 3, horizon: 8 } },
    });
  });

  test('of what people like recommends the rest of a taste, with exact shares', async () => {
    await made('ease', '--set', 'l2=1');
    const { recommendations } = await asked('ease', '2,4,6');
    expect(
      recommendations
        .slice(0, 3)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['10', '12', '8']);
    for (const { score, causes } of recommendations) {
      expect(causes!.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 12);
    }
  });

  test('of what comes next reads the history in its order, the oldest first', async () => {
    await made('slist', '--set', 'l2=1');
    const scores = ({ recommendations }: Answer): number[] => recommendations.map(({ score }) => score);
    expect(scores(await asked('slist', '2,4,6'))).not.toEqual(scores(await asked('slist', '6,4,2')));
  });

  test('that looks at no history says so, and which do', async () => {
    await made('popularity');
    const { exitCode, err } = await cli(['recommend', '--model', file('popularity'), '--history', '2']);
    expect(exitCode).toBe(1);
    expect(err).toMatch(
      /^model\/unsupported: popularity does not look at a history\.\n.*Train a model that does: ials, ease/,
    );
  });

  test.each([
    [['--set', 'l3=7'], /--set: ease has no setting "l3"; it has l2/],
    [['--set', 'l2=0'], /--set ease\.l2 cannot be 0: it must be above 0/],
    [['--dim', '8'], /--dim is an option of ials, .*; ease takes none of them/],
  ])('refuses %j', async (args, named) => {
    const out = file('refused');
    const { exitCode, err } = await cli(['train', '--data', data, '--model', 'ease', '--out', out, ...args]);
    expect(exitCode).toBe(2);
    expect(err).toMatch(named);
  });
});

test("a file that is no model is refused: 'checkpoint/format'", async () => {
  const { exitCode, err } = await cli(['recommend', '--model', join(data, 'movies.csv'), '--history', '2']);
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^checkpoint\/format: /);
});

test('Ctrl+C ends with exit code 130 and leaves the old file, whenever it comes', async () => {
  const out = join(folder.path, 'kept', 'model.safetensors');
  mkdirSync(join(folder.path, 'kept'));
  writeFileSync(out, 'an older model');
  for (const turns of [0, 1, 5, 20, 60]) {
    const stop = new AbortController();
    const long = ['--model', 'ials', '--epochs', '500', '--home', 'reference'];
    const running = cli(['train', '--data', data, ...long, '--out', out], { signal: stop.signal });
    for (let i = 0; i < turns; i++) await new Promise(setImmediate);
    stop.abort();
    const { exitCode, err } = await running;
    expect(exitCode).toBe(130);
    expect(err).toMatch(/^(training|import)\/cancelled: /);
    expect(readdirSync(join(folder.path, 'kept'))).toEqual(['model.safetensors']);
    expect(readFileSync(out, 'utf8')).toBe('an older model');
  }
});
