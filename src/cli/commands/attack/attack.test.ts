import { afterAll, expect, test } from 'vitest';
import { cli, testFolder, writeTwoTastes } from '../../testing/test-cli.ts';

const folder = testFolder();
writeTwoTastes(folder.path);
afterAll(folder.remove);

const attack = (...args: string[]) =>
  cli(['attack', '--data', folder.path, '--home', 'reference', '--dim', '4', '--epochs', '2', ...args]);

test('ten members and ten others, by a threshold and by shadow tables; the same seed gives the same', async () => {
  const { out } = await attack('--shadows', '4', '--json');
  const report = JSON.parse(out) as Record<string, unknown>;
  expect(report).toMatchObject({
    model: 'ials',
    privacy: null,
    members: 10,
    others: 10,
    shadows: 4,
    seed: 1,
    config: { dim: 4, epochs: 2 },
  });
  for (const name of ['threshold', 'likelihoodRatio']) {
    const { auc, advantage } = report[name] as { auc: number; advantage: number };
    expect(auc).toBeGreaterThanOrEqual(0);
    expect(auc).toBeLessThanOrEqual(1);
    expect(advantage).toBeGreaterThanOrEqual(0);
  }
  expect((await attack('--shadows', '4', '--json')).out).toBe(out);
});

test('with --epsilon the table is private, and the text says so', async () => {
  const { out } = await attack('--shadows', '0', '--epsilon', '1', '--delta', '1e-3');
  expect(out).toMatch(/^Privacy +item table: epsilon (1|0\.9\d+), delta 0\.001, per user/m);
  expect(out).toMatch(
    /^fit of the history +0\.\d{4} \[0\.\d{4}, \d\.\d{4}\] +0\.\d{4} \[0\.\d{4}, \d\.\d{4}\] +\d\.\d\d$/m,
  );
  expect(out).not.toContain('likelihood ratio');
});

test('two shadow tables are too few', async () => {
  const { exitCode, err } = await attack('--shadows', '2');
  expect(exitCode).toBe(2);
  expect(err).toMatch(/--shadows cannot be 2: it is 0 or 4 and more/);
});
