import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { EVENT_KINDS } from '../../domain/events.ts';
import type { EventKind } from '../../domain/events.ts';
import { useHomebody } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { useNow } from '../parts/use-now.ts';
import { useWide } from '../parts/use-wide.ts';
import { useRoom } from '../room-context.tsx';
import { useWords } from '../words/words-context.tsx';
import { daysOf } from './groups.ts';
import type { HistoryGroup } from './groups.ts';
import { HistoryAside } from './history-aside.tsx';
import { HistoryRow } from './history-row.tsx';
import { HistorySkeleton } from './history-skeleton.tsx';
import css from './history-view.module.css';
import { KindFilter } from './kind-filter.tsx';
import { askedFor } from './taking-back.ts';
import { useGroups } from './use-groups.ts';
import { useTakeBack } from './use-take-back.ts';

/** Rows before all are asked for. */
const PAGE = 100;
/** Fewer entries are looked over faster than filtered. */
const FILTERED_FROM = 13;
const DAY_MS = 86_400_000;

/** All that the person did here, day by day; what each moved, and what would change without it. */
export function HistoryView(): ReactNode {
  const words = useWords().history;
  const room = useRoom();
  const wide = useWide();
  const now = useNow();
  const starting = useHomebody((state) => state.phase === 'starting');
  const failed = useHomebody((state) => state.phase === 'failed');
  const history = useHomebody((state) => state.history);
  const [kind, setKind] = useState<EventKind | null>(null);
  const [all, setAll] = useState(false);
  const [looked, setLooked] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);

  const kinds = useMemo(
    () => EVENT_KINDS.filter((one) => history.some(({ event }) => event.kind === one)),
    [history],
  );
  const filtered = kind !== null && kinds.includes(kind) && history.length >= FILTERED_FROM ? kind : null;
  const every = useGroups();
  const groups = useMemo(
    () => every.filter((group) => filtered === null || group.kind === filtered),
    [every, filtered],
  );
  const shown = all ? groups : groups.slice(0, PAGE);
  const taking = useTakeBack(list, shown);
  const open = shown.find((group) => group.key === taking.open) ?? null;
  // Beside the list stands what is about to be taken back, else what was looked at last, else the newest.
  const beside = open ?? shown.find((group) => group.key === looked) ?? shown[0] ?? null;

  const asked: unknown = useHistoryState();
  const [, navigate] = useLocation();
  const { ask, onKeep } = taking;
  const wanted = askedFor(asked);
  const [heard, setHeard] = useState<unknown>(null);
  if (asked !== heard) {
    setHeard(asked);
    if (wanted !== null) {
      setKind(null);
      ask(wanted);
    }
  }
  useEffect(() => {
    // It is asked for once: whoever keeps it and comes back is not asked again.
    if (wanted !== null) navigate('/history', { replace: true });
  }, [wanted, navigate]);

  const onMoved = useCallback(
    (group: HistoryGroup) => {
      setLooked(group.key);
      if (open) onKeep(open);
      if (!wide) room.openMoved(group.entries[0].event);
    },
    [wide, room, open, onKeep],
  );

  return (
    <div className={css['view']}>
      <header className={css['head']}>
        <h1 tabIndex={-1}>{words.title}</h1>
        {history.length > 0 && <span className={css['soft']}>{words.count(history.length)}</span>}
      </header>
      {history.length > 0 && <p className={css['lead']}>{words.lead}</p>}
      {starting && <HistorySkeleton />}
      {!starting && !failed && history.length === 0 && (
        <Empty title={words.empty} hint={words.emptyHint}>
          <Link href="/" className={css['way']}>
            {words.toShelves}
          </Link>
        </Empty>
      )}
      {history.length > 0 && (
        <div className={css['columns']}>
          <section aria-label={words.title} className={css['list']} ref={list}>
            {history.length >= FILTERED_FROM && (
              <KindFilter kinds={kinds} value={filtered} onChoose={setKind} />
            )}
            {daysOf(shown).map((day) => (
              <div key={day.start} className={css['day']}>
                <h2 className={css['date']}>{dayName(day.start, now, words)}</h2>
                <ul className={css['rows']}>
                  {day.groups.map((group) => (
                    <HistoryRow
                      key={group.key}
                      group={group}
                      when={words.whenOf(group.kind, group.at)}
                      open={!wide && open === group}
                      chosen={wide && beside === group}
                      onOpen={taking.onOpen}
                      onMoved={onMoved}
                      onTakeBack={taking.onTakeBack}
                      onKeep={taking.onKeep}
                    />
                  ))}
                </ul>
              </div>
            ))}
            {shown.length < groups.length && (
              <Button look="plain" onClick={() => setAll(true)}>
                {words.all(history.length)}
              </Button>
            )}
          </section>
          {wide && beside && (
            <HistoryAside
              key={beside.key}
              group={beside}
              taking={open !== null}
              onTakeBack={taking.onTakeBack}
              onKeep={taking.onKeep}
            />
          )}
        </div>
      )}
    </div>
  );
}

interface DayWords {
  readonly today: string;
  readonly yesterday: string;
  readonly day: (at: number) => string;
}

function dayName(start: number, now: number, words: DayWords): string {
  const today = new Date(now).setHours(0, 0, 0, 0);
  if (start === today) return words.today;
  // Midday of the day before is within it whatever the clocks were set to.
  return start === new Date(today - DAY_MS / 2).setHours(0, 0, 0, 0) ? words.yesterday : words.day(start);
}
