import type { NewEvent } from '../../domain/events.ts';

/** An event that is stored, or one that is to be: those have no id yet. */
export interface MergedEvent {
  readonly id: number | null;
  readonly event: NewEvent;
}

/**
 * Both logs in one, in the order of time, each in its own order where times agree. An event is in both when catalogue,
 * item, kind and time agree; one that stands twice in a log stands twice in the result.
 */
export function mergeEvents(
  here: readonly (readonly [id: number, event: NewEvent])[],
  brought: readonly NewEvent[],
): MergedEvent[] {
  const known = new Map<string, number>();
  for (const [, event] of here) known.set(identity(event), (known.get(identity(event)) ?? 0) + 1);
  const added = brought.filter((event) => {
    const left = known.get(identity(event)) ?? 0;
    if (left > 0) known.set(identity(event), left - 1);
    return left === 0;
  });
  const merged: MergedEvent[] = [];
  let next = 0;
  for (const [id, event] of here) {
    while (next < added.length && added[next]!.at < event.at)
      merged.push({ id: null, event: added[next++]! });
    merged.push({ id, event });
  }
  return [...merged, ...added.slice(next).map((event) => ({ id: null, event }))];
}

const identity = ({ catalogue, item, kind, at }: NewEvent): string =>
  JSON.stringify([catalogue, item, kind, at]);
