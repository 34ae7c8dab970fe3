/** What a batch of `trainPairs` by Adam touches: pairs grouped by row, so that each row's gradient is one thread's sum. */

/** Pairs [begin, end) of host arrays. */
export interface PairSpan {
  readonly users: Int32Array;
  readonly items: Int32Array;
  readonly rivals: Int32Array | null;
  readonly begin: number;
  readonly end: number;
}

export interface PlannedBatch {
  /** Its pairs, counted from the first of the plan. */
  readonly firstPair: number;
  readonly pairCount: number;
  /** Its touched rows are the places [firstPlace, firstPlace + placeCount), those of users first. */
  readonly firstPlace: number;
  readonly userPlaces: number;
  readonly placeCount: number;
}

/**
 * `words`: user, item (and rival) of each pair; then members, offsets and rows, each from its own place on. Row
 * `rows[p]` is touched by the members [offsets[p], offsets[p + 1]), in the order of the pairs; a member is twice the
 * pair, counted from the first of its batch, plus 1 where the row is that of the rival.
 */
export interface PairPlan {
  readonly words: Int32Array<ArrayBuffer>;
  readonly membersAt: number;
  readonly offsetsAt: number;
  readonly rowsAt: number;
  readonly batches: readonly PlannedBatch[];
}

/** Groups the pairs of one call, batch by batch, by counting. O(pairs). Rows lie in [0, `rowCount`) on both sides. */
export function planPairs(span: PairSpan, batchSize: number, rowCount: number): PairPlan {
  const { users, items, rivals, begin, end } = span;
  const pairs = end - begin;
  const sides = rivals ? 3 : 2;
  const members = pairs * sides;
  const membersAt = members;
  const offsetsAt = membersAt + members;
  const rowsAt = offsetsAt + members + 1;
  const words = new Int32Array(rowsAt + members);
  for (let pair = 0; pair < pairs; pair++) {
    words[pair * sides] = users[begin + pair]!;
    words[pair * sides + 1] = items[begin + pair]!;
    if (rivals) words[pair * sides + 2] = rivals[begin + pair]!;
  }
  /** 1 + the place of a row that the batch touches, else 0. */
  const slots = new Int32Array(rowCount);
  const cursors = new Int32Array(Math.min(batchSize, pairs) * 2);
  let places = 0;
  let placed = 0;

  /** Groups by what is in the columns [first, last) of the pairs. */
  const group = (firstPair: number, pairCount: number, first: number, last: number): void => {
    const firstPlace = places;
    const from = firstPair * sides;
    const to = from + pairCount * sides;
    for (let at = from; at < to; at += sides) {
      for (let column = first; column < last; column++) {
        const row = words[at + column]!;
        if (slots[row] === 0) {
          words[rowsAt + places] = row;
          cursors[places - firstPlace] = 0;
          slots[row] = ++places - firstPlace;
        }
        cursors[slots[row]! - 1]!++;
      }
    }
    for (let place = firstPlace; place < places; place++) {
      const count = cursors[place - firstPlace]!;
      cursors[place - firstPlace] = placed;
      placed += count;
      words[offsetsAt + place + 1] = placed;
    }
    for (let pair = 0, at = from; at < to; pair++, at += sides) {
      for (let column = first; column < last; column++) {
        const cursor = cursors[slots[words[at + column]!]! - 1]!++;
        words[membersAt + cursor] = 2 * pair + (column === 2 ? 1 : 0);
      }
    }
    for (let place = firstPlace; place < places; place++) slots[words[rowsAt + place]!] = 0;
  };

  const batches: PlannedBatch[] = [];
  for (let firstPair = 0; firstPair < pairs; firstPair += batchSize) {
    const pairCount = Math.min(batchSize, pairs - firstPair);
    const firstPlace = places;
    group(firstPair, pairCount, 0, 1);
    const userPlaces = places - firstPlace;
    group(firstPair, pairCount, 1, sides);
    batches.push({ firstPair, pairCount, firstPlace, userPlaces, placeCount: places - firstPlace });
  }
  return { words, membersAt, offsetsAt, rowsAt, batches };
}
