import { describe, expect, test } from 'vitest';
import { cli } from '../../testing/test-cli.ts';

const run = (line: string) => cli(['epsilon', ...line.split(' ')]);
const json = async (line: string): Promise<Record<string, unknown>> => {
  const { out, err, exitCode } = await run(`${line} --json`);
  expect([err, exitCode]).toEqual(['', 0]);
  return JSON.parse(out) as Record<string, unknown>;
};

const TF = '--sampling-rate 0.0025 --steps 6000 --delta 1e-5';

test("TF-Privacy's first figure, by both accountants", async () => {
  const report = await json(`${TF} --noise-multiplier 1.3`);
  expect(report['rdp']).toBeCloseTo(0.7242234026109595, 9);
  expect(report['pld']).toBeCloseTo(0.6401, 3);
  expect(report).toMatchObject({ samplingRate: 0.0025, noiseMultiplier: 1.3, steps: 6000, delta: 1e-5 });
});

test('--epsilon finds the least noise; neither accountant exceeds what rdp was asked for', async () => {
  const report = await json(`${TF} --epsilon 0.7242234026109595`);
  expect(report['noiseMultiplier']).toBeCloseTo(1.3, 5);
  expect(report['target']).toEqual({ epsilon: 0.7242234026109595, accountant: 'rdp' });
  expect(report['rdp']).toBeLessThanOrEqual(0.7242234026109595);
  expect(report['pld']).toBeLessThan(0.7242234026109595);
});

test('by pld less noise will do', async () => {
  const report = await json(`--sampling-rate 1 --steps 1 --delta 1e-5 --epsilon 2 --accountant pld`);
  expect(report['pld']).toBeLessThanOrEqual(2);
  expect(report['pld']).toBeGreaterThan(1.999);
  expect(report['rdp']).toBeGreaterThan(2);
});

test('for people: unit, adjacency, sampling, δ and accountant stand beside ε', async () => {
  const { out } = await run(`${TF} --noise-multiplier 1.3`);
  expect(out).toMatch(/^Unit +one example/m);
  expect(out).toMatch(/^Adjacency +add or remove one unit$/m);
  expect(out).toMatch(/^Sampling +Poisson: .* probability 0\.0025 /m);
  expect(out).toMatch(/^Mechanism +Gaussian, noise multiplier 1\.3, 6000 steps$/m);
  expect(out).toMatch(/^Delta +0\.00001$/m);
  expect(out).toMatch(/^Accountant +Rényi/m);
  // 0.72422 rounded up.
  expect(out).toMatch(/^Epsilon +0\.7243$/m);
});

test('for users of several examples, by their bound; without one nothing is promised to them', async () => {
  const line = '--sampling-rate 0.0064 --noise-multiplier 1 --steps 782 --delta 1e-6';
  const report = await json(`${line} --examples-per-user 2`);
  expect(report['pld']).toBeCloseTo(2.532, 3);
  expect(report).toMatchObject({ examplesPerUser: 2 });
  expect(report).not.toHaveProperty('gdp');
  expect((await run(`${line} --examples-per-user 2`)).out).toMatch(
    /^Unit +one user, with at most 2 examples$/m,
  );
  const alone = (await run(line)).out;
  expect(alone).toMatch(/^Users +nothing is promised to a user without a bound/m);
  expect(alone).toMatch(/^… by gdp +[\d.]+ \(an approximation, no promise\)$/m);
});

describe('edges', () => {
  test.each([
    '--sampling-rate 1e-300 --noise-multiplier 1 --steps 10 --delta 1e-5',
    '--sampling-rate 5e-324 --noise-multiplier 1 --steps 3 --delta 5e-324',
    '--sampling-rate 1 --noise-multiplier 5e-324 --steps 3 --delta 1e-5',
    '--sampling-rate 0.5 --noise-multiplier 1e-160 --steps 2 --delta 1e-320',
    '--sampling-rate 0.3 --noise-multiplier 1e300 --steps 100 --delta 1e-5',
    '--sampling-rate 0.01 --noise-multiplier 1 --steps 1 --delta 1e-300',
    '--sampling-rate 0.01 --noise-multiplier 1 --steps 5000000 --delta 1e-5',
    '--sampling-rate 1 --noise-multiplier 1 --steps 1000000000000 --delta 1e-9',
    '--sampling-rate 0.999999999 --noise-multiplier 1 --steps 100 --delta 1e-5',
    '--sampling-rate 0.0001 --noise-multiplier 0.01 --steps 3 --delta 1e-3 --examples-per-user 3',
  ])('%s: a number of 0 or more, or Infinity, and pld not above rdp', async (line) => {
    const report = await json(line);
    for (const name of ['rdp', 'pld']) expect(Number(report[name])).toBeGreaterThanOrEqual(0);
    expect(Number(report['pld'])).toBeLessThanOrEqual(Number(report['rdp']));
  });

  test('no noise: an infinite ε, said plainly', async () => {
    expect(await json(`${TF} --noise-multiplier 0`)).toMatchObject({ rdp: 'Infinity', pld: 'Infinity' });
    expect((await run(`${TF} --noise-multiplier 0`)).out).toMatch(
      /^Epsilon +infinite: nothing is promised$/m,
    );
  });

  test('nobody is sampled: 0; everybody in each step: no sampling', async () => {
    const line = '--steps 10 --delta 1e-5 --noise-multiplier 1';
    expect(await json(`--sampling-rate 0 ${line}`)).toMatchObject({ rdp: 0, pld: 0 });
    expect((await run(`--sampling-rate 1 ${line}`)).out).toMatch(/^Sampling +none: every unit/m);
  });

  test.each([
    [
      '--sampling-rate 2 --steps 1 --delta 0.1 --noise-multiplier 1',
      /--sampling-rate cannot be 2: it must be 0 to 1/,
    ],
    [
      '--sampling-rate 1 --steps 1.5 --delta 0.1 --noise-multiplier 1',
      /--steps cannot be 1\.5: it must be an integer/,
    ],
    [
      '--sampling-rate 1 --steps 1 --delta 1 --noise-multiplier 1',
      /--delta cannot be 1: it must be above 0, below 1/,
    ],
    ['--sampling-rate 1 --steps 1 --delta 0.1 --noise-multiplier -1', /--noise-multiplier/],
    ['--sampling-rate 1 --steps 1 --delta 0.1 --epsilon 0', /--epsilon cannot be 0: it must be above 0/],
    [
      '--sampling-rate 1 --steps 1 --delta 0.1 --noise-multiplier 1 --examples-per-user 0',
      /--examples-per-user cannot be 0/,
    ],
    ['--sampling-rate 1 --steps 1 --delta 0.1', /either --noise-multiplier or --epsilon/],
    ['--sampling-rate 1 --steps 1 --noise-multiplier 1', /--delta is missing/],
  ])('%s is not understood', async (line, message) => {
    const { exitCode, err } = await run(line);
    expect(exitCode).toBe(2);
    expect(err).toMatch(message);
  });
});
