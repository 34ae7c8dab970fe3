import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { decodeText } from './text/decode-text.ts';
import type { IdTable } from './text/id-table.ts';
import type { NcfSplit } from './raw-log.ts';
import type { ReadingDesk } from './reading-desk.ts';

const MAX_NEGATIVES = 1000;
const OPENING = 40; // (
const CLOSING = 41; // )
const COMMA = 44;

/**
 * Reads `*.test.negative`: row k is `(user,item)`, the positive of row k of the test file, then as many item
 * ids in each row, tab-separated. Here no row may be left out, so a wrong one ends the import.
 * @throws 'import/too-many-bad-rows' when a row does not fit
 */
export async function readNegatives(
  desk: ReadingDesk,
  file: DatasetFile,
  test: NcfSplit['test'],
  users: IdTable,
  items: IdTable,
): Promise<Pick<NcfSplit, 'negatives' | 'negativesPerRow' | 'rowsWithPositiveAmongNegatives'>> {
  let negatives: Int32Array<ArrayBuffer> | null = null;
  let negativesPerRow = 0;
  let rowsWithPositive = 0;
  const refuse = (line: number, why: string, text: string): HomebodyError =>
    new HomebodyError('import/too-many-bad-rows', `${file.name}, line ${line}: ${why}.`, {
      remedy: 'Give the test and negative files of one and the same split.',
      detail: { file: file.path, line, text },
    });
  const tally = await desk.scan(
    file,
    { separator: '\t', quotes: false, maxFields: 1 + MAX_NEGATIVES },
    (counts) => ({
      record(buffer, bounds, fields, line) {
        const row = counts.rows++;
        const pair = buffer.subarray(bounds[0], bounds[1]);
        const text = decodeText(pair.subarray(0, 60));
        if (row >= test.user.length)
          throw refuse(line, `the test file has only ${test.user.length} rows`, text);
        if (row === 0) {
          negativesPerRow = fields - 1;
          negatives = new Int32Array(test.user.length * negativesPerRow);
        }
        if (negatives === null || fields - 1 !== negativesPerRow) {
          throw refuse(
            line,
            `there are ${fields - 1} items, but ${negativesPerRow} in the rows before`,
            text,
          );
        }
        const comma = pair.indexOf(COMMA);
        if (pair[0] !== OPENING || pair.at(-1) !== CLOSING || comma < 0) {
          throw refuse(line, `the row should begin with "(user,item)", but begins with "${text}"`, text);
        }
        const user = users.intern(pair, 1, comma);
        const item = items.intern(pair, comma + 1, pair.length - 1);
        if (user !== test.user[row] || item !== test.item[row]) {
          throw refuse(
            line,
            `it belongs to ${text}, which is not what row ${row + 1} of the test file is about`,
            text,
          );
        }
        let holdsPositive = false;
        for (let f = 1; f < fields; f++) {
          const negative = items.intern(buffer, bounds[2 * f]!, bounds[2 * f + 1]!);
          negatives[row * negativesPerRow + f - 1] = negative;
          holdsPositive ||= negative === item;
        }
        if (holdsPositive) rowsWithPositive++;
      },
      malformed(text, line) {
        throw refuse(line, 'the line has no end', decodeText(text.subarray(0, 60)));
      },
    }),
  );
  if (tally.rows < test.user.length) {
    throw refuse(tally.rows, `the file ends here, but the test file has ${test.user.length} rows`, '');
  }
  return { negatives, negativesPerRow, rowsWithPositiveAmongNegatives: rowsWithPositive };
}
