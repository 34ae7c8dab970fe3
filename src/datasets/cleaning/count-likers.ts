import type { InteractionColumns } from '../../domain/interactions.ts';
import { isLiking, PairWeight } from '../../domain/pair-weight.ts';
import type { ImportMeter } from '../files/import-meter.ts';
import { inSlices } from './in-slices.ts';

/** See `LikerCounts`. Of a clean log, in which every row is all that its user did with its item. */
export async function countLikers(
  { itemCount, item, kind }: Pick<InteractionColumns, 'itemCount' | 'item' | 'kind'>,
  meter: ImportMeter,
): Promise<Float32Array<ArrayBuffer>> {
  const likers = new Float32Array(itemCount);
  const pair = new PairWeight();
  await inSlices(item.length, meter, (begin, end) => {
    for (let row = begin; row < end; row++) {
      pair.add(kind[row]!);
      if (isLiking(pair.take())) likers[item[row]!]! += 1;
    }
  });
  return likers;
}
