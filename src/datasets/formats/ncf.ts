import type { DatasetFile } from '../files/dataset-file.ts';
import { fileNamed, missingFile, nameOf } from './choose-file.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import type { LogShape } from './log-table.ts';
import { readNegatives } from './ncf-negatives.ts';
import { peekLines } from './peek.ts';
import type { NcfSplit } from './raw-log.ts';
import type { Reader } from './reader.ts';
import type { ReadingDesk } from './reading-desk.ts';
import type { LogSink } from './log-sink.ts';
import { RowBuffer } from './row-buffer.ts';

/** `user item rating time`, tab-separated, no header: the authors' form. */
const ROWS: LogShape = {
  separator: '\t',
  quotes: false,
  header: false,
  user: 0,
  item: 1,
  value: 2,
  at: 3,
  atIs: 'clock',
};

/**
 * The split of He et al., "Neural Collaborative Filtering" (WWW 2017): `*.train.rating`, `*.test.rating` with
 * one held-out item a user, `*.test.negative` with the items it is ranked against. Also the rebuilt training
 * part `*.train.pos.tsv`: a header `user item rating pos`, where `pos` is the place in the user's history. A
 * place is no time, so `at` is NaN there, and the rows of a user stand in the order of their places.
 */
export const ncf: Reader = {
  accepts: 'the NCF split (*.train.rating with *.test.rating and *.test.negative)',
  async recognise(files) {
    const train = fileNamed(files, /\.train\.(rating|pos\.tsv)$/i);
    const test = fileNamed(files, /\.test\.rating$/i);
    const negatives = fileNamed(files, /\.test\.negatives?$/i);
    if (train === null) {
      const present = test ?? negatives;
      if (!present) return null;
      throw missingFile(
        present,
        present.name.replace(/test\.\w+$/i, 'train.rating'),
        'it holds the training part',
      );
    }
    if (negatives && !test) {
      throw missingFile(
        negatives,
        negatives.name.replace(/negatives?$/i, 'rating'),
        'it holds the test items',
      );
    }
    const [first = ''] = await peekLines(train, 'user, item, rating and time, separated by tabs');
    const header = /^user\b/i.test(first);
    const places = header && /\bpos\s*$/i.test(first);
    return {
      format: 'NCF split',
      name: nameOf(train, train.name.replace(/\.train\..*$/i, '')),
      files: [train, test, negatives].filter((file) => file !== null),
      async read(desk) {
        const sink = newSink();
        const { rows: rowsRead } = await readLogTable(
          desk,
          train,
          { ...ROWS, header, atIs: places ? 'position' : 'clock' },
          sink,
        );
        const facts = { rowsRead, times: places ? 'position' : 'clock', rated: true } as const;
        if (!test) return rawLogOf(sink, facts, null);
        return rawLogOf(sink, { ...facts, ncf: await readSplit(desk, test, negatives, sink) }, null);
      },
    };
  },
};

/** Users and items that only occur here get their rows after those of the training part. */
async function readSplit(
  desk: ReadingDesk,
  testFile: DatasetFile,
  negativeFile: DatasetFile | null,
  { users, items }: LogSink,
): Promise<NcfSplit> {
  const rows = new RowBuffer();
  await readLogTable(desk, testFile, ROWS, { users, items, rows });
  const test = await rows.take(desk.meter);
  if (!negativeFile) return { test, negatives: null, negativesPerRow: 0, rowsWithPositiveAmongNegatives: 0 };
  return { test, ...(await readNegatives(desk, negativeFile, test, users, items)) };
}
