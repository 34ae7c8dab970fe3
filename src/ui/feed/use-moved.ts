import { useEffect, useRef, useState } from 'react';
import type { ItemIndex } from '../../domain/ids.ts';
import { useHandle } from '../homebody-context.tsx';
import { movedUp } from '../moved/changes.ts';
import { changeOf } from './feed-change.ts';
import { movedCause } from './moved-cause.ts';
import type { Moment, MovedCause } from './moved-cause.ts';
import { pageOrder } from './shown-feed.ts';
import type { ShownFeed } from './shown-feed.ts';

const MARK_MS = 4_000;
const NOTHING: ReadonlySet<ItemIndex> = new Set();

/** What moved the shelves last, and how far. */
export interface Moved {
  readonly cause: MovedCause;
  /** How many of the first places of the list hold something new or higher. */
  readonly risen: number;
}

/** Why the shelves are other than they were, until they change again; and what rose, for a moment. */
export function useMoved(shown: ShownFeed): {
  readonly moved: Moved | null;
  readonly risen: ReadonlySet<ItemIndex>;
} {
  const { store } = useHandle();
  const before = useRef<{ readonly shown: ShownFeed; readonly moment: Moment } | null>(null);
  const [moved, setMoved] = useState<Moved | null>(null);
  const [risen, setRisen] = useState(NOTHING);

  useEffect(() => {
    const last = before.current;
    // A card may leave at once, before the answer is there: what it did is told with the answer.
    if (last && last.shown.feed === shown.feed) return;
    const moment = { ...store.getState(), feed: shown.feed };
    before.current = { shown, moment };
    if (!last) return;
    const change = changeOf(pageOrder(last.shown), pageOrder(shown));
    const cause = movedCause(last.moment, moment);
    if (change.same || !cause) return;
    setMoved({ cause, risen: movedUp(last.shown.cards, shown.cards) });
    setRisen(new Set(change.risen));
  }, [shown, store]);

  useEffect(() => {
    if (risen.size === 0) return undefined;
    const timer = setTimeout(() => setRisen(NOTHING), MARK_MS);
    return () => clearTimeout(timer);
  }, [risen]);

  return { moved, risen };
}
