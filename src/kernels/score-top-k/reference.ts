/** Arrays and numbers of one call; shapes as in `ScoreTopKArgs`. */
export interface ScoreTopKArrays {
  readonly queries: Float32Array;
  readonly queryCount: number;
  readonly items: Float32Array;
  readonly itemCount: number;
  readonly dim: number;
  readonly excludedOffsets: Int32Array;
  readonly excluded: Int32Array;
  readonly k: number;
  readonly outItems: Int32Array;
  readonly outScores: Float32Array;
}

/** query · item, summed in f64, rounded once to f32: what is compared is what is returned. */
function scoreOf(args: ScoreTopKArrays, query: number, item: number): number {
  let sum = 0;
  for (let i = 0; i < args.dim; i++) {
    sum += args.queries[query * args.dim + i]! * args.items[item * args.dim + i]!;
  }
  return Math.fround(sum);
}

function rankQuery(args: ScoreTopKArrays, query: number): void {
  const { k, outItems, outScores } = args;
  const first = query * k;
  outItems.fill(-1, first, first + k);
  outScores.fill(-Infinity, first, first + k);
  let skip = args.excludedOffsets[query]!;
  const skipEnd = args.excludedOffsets[query + 1]!;
  for (let item = 0; item < args.itemCount; item++) {
    while (skip < skipEnd && args.excluded[skip]! < item) skip++;
    if (skip < skipEnd && args.excluded[skip] === item) continue;
    const score = scoreOf(args, query, item);
    let place = first + k;
    while (place > first && score > outScores[place - 1]!) place--;
    if (place === first + k) continue;
    // Items come in ascending order, so an equal score stays behind those that are already in.
    outScores.copyWithin(place + 1, place, first + k - 1);
    outItems.copyWithin(place + 1, place, first + k - 1);
    outScores[place] = score;
    outItems[place] = item;
  }
}

/** The k best items of each query. See `ScoreTopKArgs` for order, ties and missing places. */
export function referenceScoreTopK(args: ScoreTopKArrays): void {
  for (let query = 0; query < args.queryCount; query++) rankQuery(args, query);
}
