import type { F32Buffer, I32Buffer, KernelHome } from '../../kernels/home.ts';
import type { ItemLists } from '../interactions/item-lists.ts';
import type { RankedLists } from '../models/recommender.ts';

export interface RankArgs {
  /** Float32[queryCount · dim]. */
  readonly queries: Float32Array;
  readonly queryCount: number;
  readonly dim: number;
  readonly items: F32Buffer;
  readonly itemCount: number;
  /** One list per query. */
  readonly excluded: ItemLists;
  readonly k: number;
}

/** One `scoreTopK` with its buffers made and given back around it, so that calls may overlap. */
export async function rankOnHome(home: KernelHome, args: RankArgs): Promise<RankedLists> {
  const { queryCount, dim, items, itemCount, excluded, k } = args;
  const owned: (F32Buffer | I32Buffer)[] = [];
  const own = <B extends F32Buffer | I32Buffer>(buffer: B): B => {
    owned.push(buffer);
    return buffer;
  };
  try {
    const outItems = own(home.createI32(queryCount * k));
    const outScores = own(home.createF32(queryCount * k));
    await home.scoreTopK({
      queries: own(home.createF32(args.queries)),
      queryCount,
      items,
      itemCount,
      dim,
      excludedOffsets: own(home.createI32(excluded.offsets)),
      excluded: own(home.createI32(excluded.items.length > 0 ? excluded.items : 1)),
      k,
      outItems,
      outScores,
    });
    return { k, items: await home.readI32(outItems), scores: await home.read(outScores) };
  } finally {
    for (const buffer of owned) buffer.release();
  }
}
