import type { CatalogueId } from '../domain/ids.ts';

/**
 * What one tab of this app tells the others. `log`: events, settings or catalogues are other ones. `erased`: there is
 * nothing any more, and nothing may be written anew.
 */
export type TabNews =
  | { readonly kind: 'log' }
  | { readonly kind: 'model'; readonly catalogue: CatalogueId }
  | { readonly kind: 'erased' }
  | LockNews;

/**
 * `lock`: there are other ways into the vault, or it locks after another time. `locked`: it is locked, in all tabs. `act`:
 * somebody did something, ms since the epoch.
 */
export type LockNews =
  | { readonly kind: 'lock' }
  /** `lastAct`: nobody had done anything since then; without it, somebody wants it so. */
  | { readonly kind: 'locked'; readonly lastAct?: number }
  | { readonly kind: 'act'; readonly at: number };

export interface OtherTabs {
  tell(news: TabNews): void;
}

/** Name of the `BroadcastChannel` between the tabs. */
export const TABS_LINE = 'homebody';

/** The line to the other tabs. */
export function otherTabs(onNews: (news: TabNews) => void): OtherTabs {
  const line = new BroadcastChannel(TABS_LINE);
  line.addEventListener('message', ({ data }: MessageEvent<TabNews>) => onNews(data));
  return { tell: (news) => line.postMessage(news) };
}

/**
 * Runs `work` while no other tab runs anything under the same name. `waited`: another one did until now. `signal` ends
 * the waiting, and then `work` is not run; what has begun is not its concern.
 */
export async function alone(
  name: string,
  work: (waited: boolean) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  // Where there are no locks (a page without TLS), tabs do not know of each other.
  const locks = 'locks' in navigator ? navigator.locks : null;
  if (!locks) {
    await work(false);
    return;
  }
  const isFree = await locks.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) await work(false);
    return lock !== null;
  });
  if (isFree || signal?.aborted) return;
  try {
    await locks.request(name, signal ? { signal } : {}, () => work(true));
  } catch (error) {
    if (!signal?.aborted || error !== signal.reason) throw error;
  }
}
