import { keptByPage } from './kept-by-page.ts';
import type { KeptByPage } from './kept-by-page.ts';
import { noteNoMore } from './note-refused.ts';
import type { Erased } from './state.ts';
import type { Visit } from './visit.ts';

/**
 * Erases everything: first the keys, then the rest, the marked vault last. Until that is gone the next opening of the page
 * comes here again.
 *
 * @throws what the vault throws
 */
export async function eraseAll(
  visit: Visit,
  where: Exclude<Erased['where'], 'other-tab'>,
  page: KeptByPage = keptByPage,
): Promise<void> {
  // Also where they are gone: so the worker has all of its code before the caches go.
  await visit.workers.vault.call((api) => api.eraseKeys());
  noteNoMore();
  visit.tabs.tell({ kind: 'erased' });
  visit.workers.engine.close();
  const found = await page.look();
  await page.clear();
  const rest = await visit.workers.vault.call((api) => api.eraseRest());
  const left = await page.look();
  const removed = found.filter(
    (one) => !left.some((other) => other.place === one.place && other.name === one.name),
  );
  visit.end({
    where,
    report: {
      found: [...rest.found, ...found],
      removed: [...rest.removed, ...removed],
      left: [...rest.left, ...left],
    },
  });
}
