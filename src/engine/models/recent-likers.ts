import { HomebodyError } from '../../domain/errors.ts';
import { isLiking } from '../../domain/pair-weight.ts';
import type { Csr } from '../interactions/csr.ts';
import type { EventTimes, Sequences } from '../interactions/sequences.ts';
import type { Steps } from '../training/steps.ts';
import { EVERY, EVERY_ROWS } from '../training/steps.ts';

/**
 * Users who like each item on balance, each by 2^(−age / half-life): age is that of the last event for it, from the
 * newest event that is told of. An event of unknown time is as old as the oldest. Float32[itemCount].
 * @param halfLife ms, > 0
 * @throws 'training/no-data' where no event has a time.
 */
export function* recentLikerSteps(
  byUser: Csr,
  sequences: Sequences | undefined,
  halfLife: number,
): Steps<Float32Array<ArrayBuffer>> {
  if (!sequences?.times) throw noTimes();
  const { at, rows } = sequences.times;
  const { oldest, newest } = yield* spanSteps(sequences.times);
  if (newest < oldest) throw noTimes();

  const counts = new Float64Array(byUser.columnCount);
  /** Of the user at hand. */
  const last = new Float64Array(byUser.columnCount).fill(oldest);
  for (let user = 0; user < byUser.rowCount; user++) {
    const [begin, end] = [sequences.offsets[user]!, sequences.offsets[user + 1]!];
    for (let e = begin; e < end; e++) {
      const item = sequences.items[e]!;
      const time = at[rows[e]!]!;
      if (time > last[item]!) last[item] = time;
    }
    for (let e = byUser.offsets[user]!; e < byUser.offsets[user + 1]!; e++) {
      const item = byUser.columns[e]!;
      if (isLiking(byUser.weights[e]!)) counts[item]! += 2 ** ((last[item]! - newest) / halfLife);
    }
    for (let e = begin; e < end; e++) last[sequences.items[e]!] = oldest;
    if ((user & EVERY_ROWS) === EVERY_ROWS) yield;
  }
  return Float32Array.from(counts);
}

/** Of the known times; Infinity and −Infinity where none is. */
function* spanSteps({ at, rows }: EventTimes): Steps<{ readonly oldest: number; readonly newest: number }> {
  let [oldest, newest] = [Infinity, -Infinity];
  for (let e = 0; e < rows.length; e++) {
    const time = at[rows[e]!]!;
    // Not Math.min: one unknown time would make all unknown.
    if (time < oldest) oldest = time;
    if (time > newest) newest = time;
    if ((e & EVERY) === EVERY) yield;
  }
  return { oldest, newest };
}

function noTimes(): HomebodyError {
  return new HomebodyError(
    'training/no-data',
    'A half-life needs the times of the events, and the data have none.',
    { remedy: 'Leave halfLifeDays at 0, or train on data with times.' },
  );
}
