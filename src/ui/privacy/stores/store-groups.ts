import type { StoreFacts } from '../../../domain/ownership.ts';

export const STORE_GROUPS = ['yours', 'shop', 'frame'] as const;
export type StoreGroup = (typeof STORE_GROUPS)[number];

const GROUP_OF: Readonly<Record<string, StoreGroup>> = {
  events: 'yours',
  settings: 'yours',
  lab: 'yours',
  labChunks: 'yours',
  catalogues: 'shop',
  catalogueChunks: 'shop',
  checkpoints: 'shop',
  checkpointChunks: 'shop',
};

/** The stores by whom they serve, in the order in which they came. A store that is not known here is left out of none. */
export function storesByGroup(
  stores: readonly StoreFacts[],
): readonly (readonly [group: StoreGroup, stores: readonly StoreFacts[]])[] {
  return STORE_GROUPS.map(
    (group) => [group, stores.filter(({ name }) => (GROUP_OF[name] ?? 'frame') === group)] as const,
  ).filter(([, own]) => own.length > 0);
}
