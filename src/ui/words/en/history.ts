import type { EventKind } from '../../../domain/events.ts';
import { counted, done, f, midway, quoted } from './voice.ts';

export const history = {
  title: 'History',
  empty: 'Nothing yet.',
  emptyHint: 'Like something, or turn it down, and the shelves move. All of it can be taken back here.',
  toShelves: 'See your shelves',
  loading: 'Opening your history',
  did: done as Readonly<Record<EventKind, string>>,
  when: (kind: EventKind, at: number, now: number): string => `${done[kind]}, ${f.ago(at, now)}`,
  takeBack: 'Take back',
  takeBackOf: (title: string): string => `Take back: ${title}`,
  takeBackNow: 'Take it back',
  keep: 'Keep it',
  all: (count: number): string => `Show all ${f.number(count)}`,
  count: (count: number): string => counted(count, 'event', 'events'),
  lead: 'What you did here, newest first. Before anything is taken back you see what would change.',
  today: 'Today',
  yesterday: 'Yesterday',
  day: (at: number): string => f.day(at),
  whenOf: (kind: EventKind, at: number): string => `${done[kind]}, ${f.time(at)}`,
  order: (count: number): string => `Order of ${counted(count, 'thing', 'things')}`,
  together: (kind: EventKind, count: number): string =>
    `${counted(count, 'thing', 'things')} at once: ${done[kind].toLowerCase()}`,
  persona: (name: string, count: number): string =>
    `Stepped into ${midway(name)}: ${counted(count, 'like', 'likes')}`,
  stepOut: 'Step out',
  stepOutOf: (name: string): string => `Step out of ${midway(name)}`,
  filter: 'Show',
  everything: 'Everything',
  question: (title: string): string => `Without ${quoted(title)}`,
};
