import type { BadRow } from '../../domain/cleaning.ts';
import { HomebodyError } from '../../domain/errors.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import type { LookedAt } from '../masking/masking.ts';
import { shownRow } from '../masking/shown-row.ts';
import type { LogSink } from './log-sink.ts';
import type { FileTally, ReadingDesk } from './reading-desk.ts';
import { parseNumber } from './text/numbers.ts';
import type { Dialect, RecordHandler } from './text/record-scanner.ts';
import { describeSeparator, otherSeparatorIn } from './text/separators.ts';
import { LAST_CREDIBLE_TIME, parseTime } from './text/times.ts';

/** Where a row's parts stand: column numbers from 0, −1 where the format has none. */
export interface LogShape extends Dialect {
  readonly header: boolean;
  readonly user: number;
  readonly item: number;
  readonly value: number;
  readonly at: number;
  /** What the `at` column holds: a time, or a rank. */
  readonly atIs: 'clock' | 'position';
}

/** Ratings of every known scale (half stars, 1-5, 1-10) lie in (0, 10]; 0 means "not rated" where it occurs. */
const LARGEST_RATING = 10;
/** Longer than any id; a text column taken for ids is caught by it. */
const LONGEST_ID = 256;
/** The share of bad rows is looked at from here on; earlier it says little. */
const ROWS_BEFORE_JUDGING = 1000;

/**
 * Reads the rows of one log file into `sink`. A row that cannot be used is listed with line and reason, and
 * reading goes on: unless most rows are such, which means that this is another format.
 * Rules: ids are not empty; 0 < rating ≤ 10; a time lies after 1970-01-01 and before 2100. An empty rating
 * column is 'not-a-number', an empty time is an unknown one (NaN). Of a whole row that is listed, the user
 * and what masking drops are gaps.
 * @throws 'import/too-many-bad-rows', 'import/too-large'
 */
export async function readLogTable(
  desk: ReadingDesk,
  file: DatasetFile,
  shape: LogShape,
  sink: LogSink,
): Promise<FileTally> {
  const lookedAt = await desk.masking.lookAtLog(file, shape);
  const reader = new LogRows(desk, file, shape, sink, lookedAt);
  const tally = await desk.scan(file, shape, (counts) => {
    reader.tally = counts;
    return reader;
  });
  reader.judge(1);
  desk.masking.addDropped(lookedAt);
  return tally;
}

class LogRows implements RecordHandler {
  tally: FileTally = { name: '', bytes: 0, rows: 0 };
  readonly #desk: ReadingDesk;
  readonly #file: DatasetFile;
  readonly #shape: LogShape;
  readonly #sink: LogSink;
  readonly #dropped: LookedAt['dropped'];
  readonly #fieldsNeeded: number;
  #headerPassed: boolean;
  #bad = 0;
  #firstBad: BadRow | undefined;

  constructor(desk: ReadingDesk, file: DatasetFile, shape: LogShape, sink: LogSink, lookedAt: LookedAt) {
    this.#desk = desk;
    this.#file = file;
    this.#shape = shape;
    this.#sink = sink;
    this.#dropped = lookedAt.dropped;
    this.#fieldsNeeded = 1 + Math.max(shape.user, shape.item, shape.value, shape.at);
    this.#headerPassed = !shape.header;
  }

  record(buffer: Uint8Array, bounds: Int32Array, fields: number, line: number): void {
    if (!this.#headerPassed) {
      this.#headerPassed = true;
      return;
    }
    const { user, item, value, at, atIs } = this.#shape;
    this.tally.rows++;
    this.#dropped.see(bounds, fields);
    if (fields < this.#fieldsNeeded) {
      return this.#refuse(line, 'too-few-fields', '', this.#shown(buffer, bounds, fields));
    }
    let rating = 1;
    if (value >= 0) {
      rating = parseNumber(buffer, bounds[2 * value]!, bounds[2 * value + 1]!);
      if (!(rating > 0 && rating <= LARGEST_RATING)) {
        const reason = rating === rating ? 'out-of-range' : 'not-a-number';
        return this.#refuse(
          line,
          reason,
          'rating',
          buffer.subarray(bounds[2 * value], bounds[2 * value + 1]),
        );
      }
    }
    let time = NaN;
    if (at >= 0 && bounds[2 * at + 1]! > bounds[2 * at]!) {
      const start = bounds[2 * at]!;
      const end = bounds[2 * at + 1]!;
      time = atIs === 'clock' ? parseTime(buffer, start, end) : parseNumber(buffer, start, end);
      const credible = atIs === 'position' ? time === time : time > 0 && time < LAST_CREDIBLE_TIME;
      if (!credible) {
        return this.#refuse(
          line,
          time === time || atIs === 'clock' ? 'bad-date' : 'not-a-number',
          'time',
          buffer.subarray(start, end),
        );
      }
    }
    const userBytes = bounds[2 * user + 1]! - bounds[2 * user]!;
    const itemBytes = bounds[2 * item + 1]! - bounds[2 * item]!;
    if (userBytes === 0 || itemBytes === 0) {
      const whole = this.#shown(buffer, bounds, fields);
      return this.#refuse(line, 'empty-id', userBytes === 0 ? 'user' : 'item', whole);
    }
    if (userBytes > LONGEST_ID || itemBytes > LONGEST_ID) {
      const column = userBytes > LONGEST_ID ? user : item;
      const text = buffer.subarray(bounds[2 * column], bounds[2 * column + 1]);
      return this.#refuse(line, 'malformed', column === user ? 'user' : 'item', text);
    }
    if (this.#sink.rows.length >= this.#desk.maxRows) throw tooLarge(this.#file, this.#desk.maxRows);
    this.#sink.rows.add(
      this.#sink.users.intern(buffer, bounds[2 * user]!, bounds[2 * user + 1]!),
      this.#sink.items.intern(buffer, bounds[2 * item]!, bounds[2 * item + 1]!),
      rating,
      time,
    );
  }

  malformed(text: Uint8Array, line: number): void {
    this.tally.rows++;
    this.#refuse(line, 'malformed', '', text);
  }

  /** @throws 'import/too-many-bad-rows' when most of at least `rowsNeeded` rows are unusable */
  judge(rowsNeeded: number): void {
    const { rows } = this.tally;
    if (rows < rowsNeeded || 2 * this.#bad <= rows || this.#firstBad === undefined) return;
    const { line, reason, field, text } = this.#firstBad;
    const expected = describeSeparator(this.#shape.separator);
    const seen = reason === 'too-few-fields' ? otherSeparatorIn(text, this.#shape.separator) : null;
    const where = field === '' ? '' : `, field ${field}`;
    throw new HomebodyError(
      'import/too-many-bad-rows',
      `${this.#file.name}: ${this.#bad} of ${rows} rows cannot be read, first line ${line}${where}: "${text}". ` +
        `Fields should be separated by ${expected}${seen === null ? '' : `; here they look separated by ${seen}`}.`,
      {
        remedy:
          seen === null
            ? `Check that the file is what its name says, with rows of ${this.#fieldsNeeded} or more fields.`
            : `Save the file with ${expected} between the fields, or give the original download.`,
        detail: { file: this.#file.path, line, reason, field, text, expected, seen },
      },
    );
  }

  /** A whole row, without whom it is of and without what is dropped. */
  #shown(buffer: Uint8Array, bounds: Int32Array, fields: number): string {
    return shownRow(
      buffer,
      bounds,
      fields,
      this.#shape.separator,
      (column) => column === this.#shape.user || this.#dropped.has(column),
    );
  }

  #refuse(line: number, reason: BadRow['reason'], field: string, text: Uint8Array | string): void {
    const bad = this.#desk.badRows.add(this.#file.path, line, reason, field, text);
    this.#firstBad ??= bad;
    this.#bad++;
    this.judge(ROWS_BEFORE_JUDGING);
  }
}

function tooLarge(file: DatasetFile, maxRows: number): HomebodyError {
  return new HomebodyError(
    'import/too-large',
    `${file.name} has more than ${maxRows.toLocaleString('en')} rows.`,
    {
      remedy: 'Give a part of it, for instance the latest years.',
      detail: { file: file.path, maxRows },
    },
  );
}
