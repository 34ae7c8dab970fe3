import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { cli, testFolder } from './testing/test-cli.ts';

const folder = testFolder();
afterAll(folder.remove);
const data = join(folder.path, 'log.csv');
writeFileSync(data, 'user,item\na,1\na,2\n');

const TRAIN = ['train', '--data', data, '--model', 'ials', '--out', join(folder.path, 'm.safetensors')];
const EVALUATE = ['evaluate', '--data', data, '--model', 'ials', '--protocol', 'ncf'];
const RECOMMEND = ['recommend', '--model', data, '--history', '1'];
const without = (args: readonly string[], name: string): string[] =>
  args.filter((_, i) => args[i] !== name && args[i - 1] !== name);

describe('a command line that is not understood ends with exit code 2, and stderr names', () => {
  test.each<[what: string, args: readonly string[], named: RegExp]>([
    ['a missing command', [], /No command[^]*train[^]*evaluate[^]*recommend/],
    ['an unknown command', ['rank'], /no command "rank"[^]*train, evaluate, recommend/],
    ['an unknown option', [...TRAIN, '--width', '3'], /--width[^]*"train --help"/],
    ['a stray word', [...TRAIN, 'more'], /'more'/],
    ['an option without its value', [...TRAIN, '--dim'], /--dim <value>/],
    ['an option given twice', [...TRAIN, '--dim', '8', '--dim', '9'], /--dim is given 2 times/],
    ['a missing model', without(TRAIN, '--model'), /--model is missing: it is one of ials, popularity, /],
    ['a missing protocol', without(EVALUATE, '--protocol'), /--protocol is missing: it is one of leave-/],
    ['missing data', without(EVALUATE, '--data'), /--data is missing/],
    ['a missing output', without(TRAIN, '--out'), /--out is missing/],
    ['a missing history', without(RECOMMEND, '--history'), /--history is missing/],
    [
      'a history without ids',
      [...without(RECOMMEND, '--history'), '--history', ' , '],
      /--history holds no id/,
    ],
    ['an unknown model', [...without(EVALUATE, '--model'), '--model', 'als'], /"als": it is one of ials, /],
    ['an unknown home', [...TRAIN, '--home', 'gpu'], /--home cannot be "gpu": it is one of auto, wasm/],
    [
      'a width out of range',
      [...TRAIN, '--dim', '3'],
      /--dim cannot be 3: it must be an integer from 4 to 512/,
    ],
    ['half an epoch', [...EVALUATE, '--epochs', '1.5'], /--epochs cannot be 1\.5: .* from 1 to 1000/],
    ['a negative regularisation', [...TRAIN, '--reg', '-1'], /--reg cannot be -1: it must be above 0/],
    ['an exponent above 1', [...TRAIN, '--reg-exp', '2'], /--reg-exp cannot be 2: it must be from 0 to 1/],
    ['no weight', [...TRAIN, '--unobserved-weight', '0'], /--unobserved-weight cannot be 0: .* above 0/],
    ['a word for a number', [...TRAIN, '--seed', 'x'], /--seed takes a number, not "x"/],
    ['an empty number', [...TRAIN, '--dim', ''], /--dim takes a number/],
    ['no threads', [...TRAIN, '--threads', '0'], /--threads cannot be 0: it is an integer from 1 to 64/],
    ['too long a list', [...RECOMMEND, '--k', '201'], /--k cannot be 201: it is an integer from 1 to 200/],
    [
      'settings of another model',
      ['evaluate', '--data', data, '--model', 'popularity', '--protocol', 'ncf', '--dim', '8'],
      /--dim is an option of ials[^;]*; popularity/,
    ],
    [
      'a path that is not there',
      [...without(TRAIN, '--data'), '--data', 'nowhere'],
      /--data: there is no.*"nowhere"/,
    ],
    ['a folder for the output', [...without(TRAIN, '--out'), '--out', folder.path], /--out: .* is a folder/],
    [
      'an output nowhere',
      [...without(TRAIN, '--out'), '--out', 'no/where'],
      /--out: there is no folder "no"/,
    ],
    ['a model that is not there', ['recommend', '--model', 'none', '--history', '1'], /no file "none"/],
  ])('%s', async (_what, args, named) => {
    const { exitCode, out, err } = await cli(args);
    expect(err).toMatch(named);
    expect(err).toMatch(/^usage: /);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  });
});

test('--help lists every option of a command on stdout', async () => {
  const { exitCode, out, err } = await cli(['evaluate', '--help']);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  for (const name of ['data', 'model', 'protocol', 'dim', 'reg-exp', 'home', 'threads', 'json']) {
    expect(out).toContain(`--${name}`);
  }
});

test('--help alone lists the commands', async () => {
  const { exitCode, out } = await cli(['--help']);
  expect(exitCode).toBe(0);
  expect(out).toMatch(/train .*\n.*evaluate .*\n.*recommend /);
});

test('a failure ends with exit code 1 and is told as `code: message` with its remedy', async () => {
  const { exitCode, out, err } = await cli(EVALUATE);
  expect({ exitCode, out }).toEqual({ exitCode: 1, out: '' });
  expect(err).toMatch(
    /^import\/missing-file: The protocol ncf needs the NCF split; .*\n.*leave-one-out\.\n$/,
  );
});

test('with --json a failure is an object on stdout as well', async () => {
  const failed = await cli([...EVALUATE, '--json']);
  expect(failed.exitCode).toBe(1);
  expect(JSON.parse(failed.out)).toMatchObject({
    error: { code: 'import/missing-file', remedy: expect.any(String) },
  });
  expect(failed.err).toContain('import/missing-file');

  const misused = await cli([...EVALUATE, '--json', '--dim', '3']);
  expect(misused.exitCode).toBe(2);
  expect(JSON.parse(misused.out)).toMatchObject({
    error: { code: 'usage', message: expect.stringMatching('--dim') },
  });
});

test('what the file system refuses is told with its path, not with a stack', async () => {
  const { exitCode, err } = await cli(['recommend', '--model', `${data}/inside`, '--history', '1']);
  expect(exitCode).toBe(1);
  expect(err).toMatch(/^file: ENOTDIR.*inside/);
  expect(err).not.toContain('    at ');
});
