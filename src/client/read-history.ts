import type { CatalogueId } from '../domain/ids.ts';
import type { HistoryEntry } from './state.ts';
import type { Visit } from './visit.ts';

/** The whole history of a catalogue, newest first, as the vault has it; with what is recorded while it is read. */
export async function readHistory(visit: Visit, catalogue: CatalogueId): Promise<readonly HistoryEntry[]> {
  const { historyVersion } = visit;
  const events = await visit.workers.vault.call((api) => api.events(catalogue));
  const items = await visit.items.get(
    catalogue,
    events.map((event) => event.index),
  );
  if (visit.historyVersion !== historyVersion) return readHistory(visit, catalogue);
  const byIndex = new Map(items.map((item) => [item.index, item]));
  return events.flatMap(({ index, ...event }) => {
    const item = byIndex.get(index);
    return item ? [{ ...item, event }] : [];
  });
}
