import type { CatalogueId } from '../../domain/ids.ts';
import type { History, InteractionColumns, ItemFacts, LikerCounts } from '../../domain/interactions.ts';

/** Where the engine gets its numbers from, and keeps its models. All methods throw HomebodyError. */
export interface DatasetSource {
  itemFacts(catalogue: CatalogueId): Promise<ItemFacts>;
  /** The log of many users. The caller owns the columns. */
  interactions(catalogue: CatalogueId): Promise<InteractionColumns>;
  /** What the log counts to, without asking for it; null where nobody has counted it. The caller owns the column. */
  popularity(catalogue: CatalogueId): Promise<LikerCounts | null>;
  /** The visitor's own events, as they are now. */
  history(catalogue: CatalogueId): Promise<History>;
  /** Null when there is none. `training`: an unfinished training to go on from. */
  loadCheckpoint(catalogue: CatalogueId, kind: 'model' | 'training'): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Takes the bytes over. All or nothing: when it rejects, the older checkpoint is still there. */
  saveCheckpoint(
    catalogue: CatalogueId,
    kind: 'model' | 'training',
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<unknown>;
  dropCheckpoint(catalogue: CatalogueId, kind: 'model' | 'training'): Promise<unknown>;
}
