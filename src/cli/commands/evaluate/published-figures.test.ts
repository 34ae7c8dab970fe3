import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { EvaluationReport } from './evaluation-report.ts';

/** Where the published data lie beside a checkout; they may not be redistributed with it. */
const DATA = '../shared/data/ml-1m-ncf';
const missing = !existsSync(DATA);
if (missing) console.log(`Skipped: evaluate on the NCF split of MovieLens 1M, which is not in ${DATA}.`);

/** In a process of its own, as anybody would run it: the figures for memory are those of the command alone. */
async function evaluate(...args: string[]): Promise<EvaluationReport> {
  const line = ['scripts/cli.mjs', 'evaluate', '--data', DATA, '--protocol', 'ncf', ...args, '--json'];
  const { stdout, stderr } = await promisify(execFile)(process.execPath, line);
  expect(stderr).toBe('');
  return JSON.parse(stdout) as EvaluationReport;
}

const lines = (file: string): string[] =>
  gunzipSync(readFileSync(`${DATA}/${file}.gz`))
    .toString()
    .trimEnd()
    .split('\n');

describe.skipIf(missing)('evaluate on the NCF split of MovieLens 1M', { timeout: 180_000 }, () => {
  test('iALS of width 192 reaches HR@10 0.728 and NDCG@10 0.451; published: 0.7310 / 0.4521', async () => {
    const settings = ['--dim', '192', '--epochs', '12', '--reg', '0.007', '--unobserved-weight', '0.3'];
    const report = await evaluate('--model', 'ials', ...settings);
    expect(report).toMatchObject({ users: 6040, items: 3706, interactions: 994_169, heldOutUsers: 6040 });
    expect(report.sampledMetrics?.hitRateAt10).toBeGreaterThanOrEqual(0.728);
    expect(report.sampledMetrics?.ndcgAt10).toBeGreaterThanOrEqual(0.451);
    expect(report.metrics.hitRateAt10).toBeGreaterThanOrEqual(0.1);
    expect(report.metrics.ndcgAt10).toBeGreaterThanOrEqual(0.051);
  });

  test('width 64 peaks below 400 MB', async () => {
    const report = await evaluate('--model', 'ials', '--dim', '64', '--epochs', '4');
    expect(report.peakMemoryBytes).toBeLessThan(400e6);
    expect(report.peakMemoryBytes).toBeGreaterThan(50e6);
  });

  test('popularity equals a count of ten lines to all digits', async () => {
    const { sampledMetrics } = await evaluate('--model', 'popularity');
    const count = new Map<string, number>();
    for (const line of lines('ml-1m.train.pos.tsv').slice(1)) {
      const item = line.split('\t')[1]!;
      count.set(item, (count.get(item) ?? 0) + 1);
    }
    const of = (item: string): number => count.get(item) ?? 0;
    let [hits, gain] = [0, 0];
    for (const line of lines('ml-1m.test.negative')) {
      const [pair = '', ...listed] = line.split('\t');
      const wanted = pair.slice(pair.indexOf(',') + 1, -1);
      const ahead = new Set(listed.filter((item) => item !== wanted && of(item) >= of(wanted))).size;
      if (ahead < 10) [hits, gain] = [hits + 1, gain + Math.LN2 / Math.log(ahead + 2)];
    }
    expect(sampledMetrics).toEqual({ hitRateAt10: hits / 6040, ndcgAt10: gain / 6040 });
    // Published: 0.4535 / 0.2543.
    expect(hits / 6040).toBeCloseTo(0.4535, 2);
    expect(gain / 6040).toBeCloseTo(0.2543, 2);
  });
});
