import type { HistoryEntry, ShownPersona } from '../../client/state.ts';
import type { EventKind } from '../../domain/events.ts';

/** What was done at once: one event, or those of an order or of a persona that was stepped into. */
export interface HistoryGroup {
  /** Unlike any other group's, the same as long as the newest of its events is there. */
  readonly key: string;
  readonly kind: EventKind;
  /** ms since the epoch. */
  readonly at: number;
  /** Newest first, at least one. */
  readonly entries: readonly [HistoryEntry, ...HistoryEntry[]];
  /** Id of the persona whose likes these are; null for nobody's. */
  readonly persona: string | null;
}

export interface HistoryDay {
  /** Midnight at its beginning, local time, ms since the epoch. */
  readonly start: number;
  readonly groups: readonly HistoryGroup[];
}

/**
 * Neighbours of one kind and one moment were done at once.
 *
 * @param history newest first
 * @param personas who can be stepped into
 */
export function groupsOf(
  history: readonly HistoryEntry[],
  personas: readonly ShownPersona[] = [],
): readonly HistoryGroup[] {
  const groups: { key: string; kind: EventKind; at: number; entries: [HistoryEntry, ...HistoryEntry[]] }[] =
    [];
  for (const entry of history) {
    const { id, kind, at } = entry.event;
    const last = groups.at(-1);
    if (last && last.kind === kind && last.at === at) last.entries.push(entry);
    else groups.push({ key: String(id), kind, at, entries: [entry] });
  }
  return groups.map((group) => ({
    ...group,
    persona: group.kind === 'like' ? personaOf(group.entries, personas) : null,
  }));
}

/** The same by the day that they were done on. */
export function daysOf(groups: readonly HistoryGroup[]): readonly HistoryDay[] {
  const days: { start: number; groups: HistoryGroup[] }[] = [];
  for (const group of groups) {
    const start = new Date(group.at).setHours(0, 0, 0, 0);
    const last = days.at(-1);
    if (last?.start === start) last.groups.push(group);
    else days.push({ start, groups: [group] });
  }
  return days;
}

/** Id of the persona whose likes these are, all of them and nothing else; null for nobody's. */
function personaOf(entries: readonly HistoryEntry[], personas: readonly ShownPersona[]): string | null {
  const rows = new Set(entries.map((entry) => entry.index));
  const found = personas.find(
    ({ likes }) => likes.length === rows.size && likes.every((like) => rows.has(like.index)),
  );
  return found?.id ?? null;
}
