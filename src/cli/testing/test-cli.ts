import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../run-cli.ts';

export interface CliResult {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command line in this process. `signal`: Ctrl+C. `watched`: stderr is a terminal. */
export async function cli(
  args: readonly string[],
  more: { readonly signal?: AbortSignal; readonly watched?: boolean } = {},
): Promise<CliResult> {
  let [out, err, time] = ['', '', 0];
  const exitCode = await runCli(args, {
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    watched: more.watched ?? false,
    signal: more.signal ?? new AbortController().signal,
    now: () => (time += 10),
    today: () => 1_700_000_000_000,
  });
  return { exitCode, out, err };
}

/** A folder for one test file; `remove` it in `afterAll`. */
export function testFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'homebody-cli-'));
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/**
 * An NCF split small enough for a count by hand. Likes in training: item A 4, B 3, C 1, D 1, E 0, F 0; held
 * out: C of u (against D, E), E of v (against D, F), B of w (against E, F); x has no test row.
 */
export function writeSmallNcf(folder: string): void {
  const rows = (pairs: string, begin: number): string =>
    pairs
      .split(' ')
      .map((pair, i) => `${pair[0]}\t${pair[1]}\t5\t${begin + i}\n`)
      .join('');
  writeFileSync(join(folder, 'small.train.rating'), rows('uA uB vA vB vC wA wD xA xB', 1_000_000_000));
  writeFileSync(join(folder, 'small.test.rating'), rows('uC vE wB', 1_100_000_000));
  writeFileSync(join(folder, 'small.test.negative'), '(u,C)\tD\tE\n(v,E)\tD\tF\n(w,B)\tE\tF\n');
}

/** Two tastes with titles: users 1 … 20 take items of one colour each, all but one. */
export function writeTwoTastes(folder: string): void {
  const ratings = ['userId,movieId,rating,timestamp'];
  for (let user = 1; user <= 20; user++) {
    for (let item = 1; item <= 12; item++) {
      const left = ((user >> 1) % 6) * 2 + 1 + (user % 2);
      if (item % 2 !== (user + 1) % 2 || item === left) continue;
      ratings.push(`${user},${item},4.0,${1_000_000_000 + user * 100 + item}`);
    }
  }
  const titles = Array.from({ length: 12 }, (_, i) => `${i + 1},Film ${i + 1} (1990),Drama`);
  writeFileSync(join(folder, 'ratings.csv'), `${ratings.join('\n')}\n`);
  writeFileSync(join(folder, 'movies.csv'), `movieId,title,genres\n${titles.join('\n')}\n`);
}
