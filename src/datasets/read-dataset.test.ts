import { describe, expect, test } from 'vitest';
import type { ImportProgress } from '../domain/cleaning.ts';
import { createRng } from '../domain/rng.ts';
import type { SourceFile } from './files/source-file.ts';
import { readDataset } from './read-dataset.ts';
import { refusalOf } from './testing/refusal-of.ts';
import { memoryFile } from './testing/memory-file.ts';
import { gz, textBytes, zip } from './testing/packing.ts';
import { moviesCsv, ratingsCsv, ratingsDat, uData } from './testing/small-movielens.ts';

const HEADER = 'userId,movieId,rating,timestamp\n';
const log = (rows: number, row = (i: number): string => `${i % 977},${i},4,1000000000`): string =>
  `${HEADER}${Array.from({ length: rows }, (_, i) => row(i)).join('\n')}\n`;

/** A file of any size that is made while it is read. */
function endless(
  name: string,
  size: number,
  chunk: Uint8Array,
): SourceFile & { readonly taken: { bytes: number } } {
  const taken = { bytes: 0 };
  const stream = (): ReadableStream<Uint8Array> =>
    new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          taken.bytes += chunk.length;
          controller.enqueue(chunk);
        },
      },
      { highWaterMark: 0 },
    );
  return { name, size, stream, taken };
}

function noise(length: number): Uint8Array<ArrayBuffer> {
  const rng = createRng(7);
  return Uint8Array.from({ length }, () => rng.int(256));
}

describe('a wrong separator is named, with the right one', () => {
  test.each([
    ['ratings.csv', ratingsCsv().replaceAll(',', ';'), 'a comma', 'a semicolon'],
    ['ratings.csv', ratingsCsv().replaceAll(',', '\t'), 'a comma', 'a tab'],
    ['shop.csv', 'user;item;rating\n1;2;3\n', 'a comma or a tab', 'a semicolon'],
    ['u.data', uData().replaceAll('\t', ','), 'a tab', 'a comma'],
    ['u.data', uData().replaceAll('\t', ' '), 'a tab', 'a blank'],
    ['ratings.dat', ratingsDat().replaceAll('::', ':'), '"::"', 'a single colon'],
    ['ratings.dat', ratingsDat().replaceAll('::', '\t'), '"::"', 'a tab'],
    ['x.train.rating', uData().replaceAll('\t', ','), 'a tab', 'a comma'],
  ])('%s: %#', async (name, text, expected, seen) => {
    const error = await refusalOf(readDataset([memoryFile(name, text)]));
    expect(error.code).toBe('import/too-many-bad-rows');
    expect(error.message).toContain(name);
    expect(error.message).toContain('line 1');
    expect(error.detail).toMatchObject({ expected, seen });
    expect(error.remedy).toContain(expected);
  });
});

describe('too many bad rows', () => {
  test('half of the rows may be bad', async () => {
    const text = log(3000, (i) => (i % 2 === 0 ? `1,${i},4,1000000000` : 'rubbish'));
    const { report } = await readDataset([memoryFile('ratings.csv', text)]);
    expect(report).toMatchObject({ rowsRead: 3000, rowsKept: 1500, badRowCount: 1500 });
  });

  test('more than half end the import, with line, field and text of the first', async () => {
    const text = log(3000, (i) => (i % 3 === 0 ? `1,${i},4,1000000000` : `1,${i},good,1000000000`));
    const error = await refusalOf(readDataset([memoryFile('ratings.csv', text)]));
    expect(error.code).toBe('import/too-many-bad-rows');
    expect(error.message).toContain('line 3, field rating: "good"');
  });

  test('end it after the first thousand rows, not at the end of a large file', async () => {
    const file = endless('ratings.csv', 1e12, textBytes(`${HEADER}${'rubbish,1\n'.repeat(500)}`));
    expect((await refusalOf(readDataset([file]))).code).toBe('import/too-many-bad-rows');
    expect(file.taken.bytes).toBeLessThan(500_000);
  });
});

describe('no rows', () => {
  test.each([
    ['an empty u.data', memoryFile('u.data', '')],
    ['an empty ratings.csv', memoryFile('ratings.csv', '')],
    ['a header alone', memoryFile('ratings.csv', HEADER)],
    ['blank lines', memoryFile('u.data', '\n\n')],
    ['an empty gzip file', memoryFile('ratings.dat.gz', gz(''))],
    ['a RecBole header', memoryFile('x.inter', 'user_id:token\titem_id:token\n')],
  ])('%s says so', async (_, file) => {
    const error = await refusalOf(readDataset([file]));
    expect(error.code).toBe('import/no-rows');
    expect(error.message).toContain(file.name.replace(/\.gz$/, ''));
  });
});

describe('unknown formats', () => {
  test('noise of 200 MB named ratings.csv or junk.bin is refused after its first bytes', async () => {
    for (const name of ['ratings.csv', 'junk.bin', 'u.data', 'x.inter']) {
      const file = endless(name, 200e6, noise(65_536));
      const error = await refusalOf(readDataset([file]));
      expect(error.code).toBe('import/unknown-format');
      expect(error.message).toContain(`${name} is binary data`);
      expect(file.taken.bytes).toBeLessThan(1_000_000);
    }
  });

  test('noise named .zip or .gz is refused too', async () => {
    expect((await refusalOf(readDataset([endless('junk.zip', 200e6, noise(65_536))]))).code).toBe(
      'import/damaged',
    );
    expect((await refusalOf(readDataset([endless('junk.gz', 200e6, noise(65_536))]))).code).toBe(
      'import/unknown-format',
    );
  });

  test('text without known columns is shown with its first line, and what is accepted is listed', async () => {
    const work = readDataset([memoryFile('notes.txt', 'Dear diary,\nit rained.\n')]);
    const error = await refusalOf(work);
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('Dear diary');
    for (const words of [
      'u.data',
      'ratings.dat',
      'ratings.csv',
      '.train.rating',
      'SASRec',
      '.inter',
      '.zip',
    ]) {
      expect(error.remedy).toContain(words);
    }
  });

  test('UTF-16 is told from other binary data', async () => {
    const utf16 = Uint8Array.from(`\uFEFF${HEADER}`, (character) => character.charCodeAt(0) & 255);
    utf16.set([0xff, 0xfe]);
    const error = await refusalOf(readDataset([memoryFile('ratings.csv', utf16)]));
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('UTF-16');
  });

  test('no file and an empty archive are refused', async () => {
    expect((await refusalOf(readDataset([]))).code).toBe('import/unknown-format');
    expect((await refusalOf(readDataset([memoryFile('a.zip', zip({}))]))).code).toBe('import/unknown-format');
  });
});

describe('damaged containers', () => {
  const files = { 'ml/movies.csv': moviesCsv(), 'ml/ratings.csv': log(20_000) };

  test('a truncated zip is damaged, wherever it was cut', async () => {
    const whole = zip(files);
    for (const length of [40, 1000, whole.length - 200, whole.length - 1]) {
      expect((await refusalOf(readDataset([memoryFile('ml.zip', whole.slice(0, length))]))).code).toBe(
        'import/damaged',
      );
    }
  });

  test('a truncated gzip file is damaged, though all its rows so far could be read', async () => {
    const whole = gz(files['ml/ratings.csv']);
    const cut = memoryFile('ratings.csv.gz', whole.slice(0, whole.length - 3));
    const error = await refusalOf(readDataset([cut]));
    expect(error.code).toBe('import/damaged');
    expect(error.message).toContain('ratings.csv.gz');
  });

  test('a changed byte in a zip is damaged', async () => {
    const changed = zip(files, 0);
    const at = changed.length >> 1;
    changed[at] = changed[at] === 0x31 ? 0x32 : 0x31;
    expect((await refusalOf(readDataset([memoryFile('ml.zip', changed)]))).code).toBe('import/damaged');
  });
});

test('a log beyond the limit of rows is too large', async () => {
  const file = memoryFile('ratings.csv', log(100));
  expect((await readDataset([file], { maxRows: 100 })).report.rowsKept).toBe(100);
  const error = await refusalOf(readDataset([file], { maxRows: 99 }));
  expect(error.code).toBe('import/too-large');
  expect(error.message).toContain('99');
});

test('a host without slices reads a zip all the same', async () => {
  const file = memoryFile('ml.zip', zip({ 'ml/ratings.csv': log(5000) }), {
    sliceable: false,
    chunkBytes: 1000,
  });
  expect((await readDataset([file])).report.rowsKept).toBe(5000);
});

test('a browser File is a source as it is', async () => {
  const { report } = await readDataset([
    new File([ratingsCsv()], 'ratings.csv'),
    new File([moviesCsv()], 'movies.csv'),
  ]);
  expect(report).toMatchObject({ rowsKept: 9, untitledItems: 1 });
});

describe('progress', () => {
  test('never goes back, names the file, counts the rows and ends at 0.9', async () => {
    const seen: ImportProgress[] = [];
    const files = [memoryFile('ratings.csv', log(100_000)), memoryFile('movies.csv', moviesCsv())];
    await readDataset(files, { onProgress: (progress) => seen.push(progress) });
    const fractions = seen.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBeCloseTo(0.9, 10);
    expect(new Set(seen.map(({ phase }) => phase))).toEqual(new Set(['opening', 'reading', 'cleaning']));
    expect(seen.some(({ file, phase }) => phase === 'reading' && file === 'ratings.csv')).toBe(true);
    expect(seen.at(-1)?.rowsRead).toBe(100_000 + 6);
    expect(fractions.filter((fraction) => fraction > 0.1 && fraction < 0.8).length).toBeGreaterThan(5);
  });

  test('a turn is given at least every 300 KB of text', async () => {
    let turns = 0;
    const text = log(200_000);
    await readDataset([memoryFile('ratings.csv.gz', gz(text))], {
      yieldTurn: () => {
        turns++;
        return Promise.resolve();
      },
    });
    expect(turns).toBeGreaterThan(text.length / 300_000);
  });

  test('without a given turn, timers and messages of others run meanwhile', async () => {
    let ticks = 0;
    const ticker = setInterval(() => ticks++, 1);
    await readDataset([memoryFile('ratings.csv', log(300_000))]);
    clearInterval(ticker);
    expect(ticks).toBeGreaterThan(5);
  });
});

describe('cancelling', () => {
  test('before the beginning reads nothing', async () => {
    const file = memoryFile('ratings.csv', log(10));
    expect((await refusalOf(readDataset([file], { signal: AbortSignal.abort() }))).code).toBe(
      'import/cancelled',
    );
    expect(file.taken.bytes).toBe(0);
  });

  test.each(['reading', 'cleaning'] as const)('while %s stops before the next report', async (phase) => {
    const stop = new AbortController();
    const file = memoryFile('ratings.csv', log(200_000), { chunkBytes: 16_384 });
    let after = 0;
    const work = readDataset([file], {
      signal: stop.signal,
      onProgress: (progress) => {
        if (stop.signal.aborted) after++;
        if (progress.phase === phase) stop.abort();
      },
    });
    expect((await refusalOf(work)).code).toBe('import/cancelled');
    expect(after).toBe(0);
  });

  test('while reading lets the file go', async () => {
    const stop = new AbortController();
    const file = memoryFile('ratings.csv', log(200_000), { chunkBytes: 16_384 });
    const onProgress = ({ phase }: ImportProgress): void => {
      if (phase === 'reading') stop.abort();
    };
    const error = await refusalOf(readDataset([file], { signal: stop.signal, onProgress }));
    expect(error.code).toBe('import/cancelled');
    expect(file.taken.bytes).toBeLessThan(400_000);
    expect(file.taken.cancelled).toBe(true);
  });

  test('a file that stalls for ever does not hold it up', async () => {
    const stop = new AbortController();
    const file = memoryFile('ratings.csv', log(50_000), { chunkBytes: 16_384, stallAfter: 200_000 });
    const work = readDataset([file], { signal: stop.signal });
    setTimeout(() => stop.abort(), 50);
    expect((await refusalOf(work)).code).toBe('import/cancelled');
  });
});
