import { createStore } from 'zustand/vanilla';
import { cartOf, wishesOf } from '../../client/cart.ts';
import { NO_MOOD } from '../../client/state.ts';
import type { Act, Homebody, HomebodyActions, HomebodyState, ShownItem } from '../../client/state.ts';
import type { EventKind, StoredEvent } from '../../domain/events.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import { fakeLab, labStateOf } from './fake-lab.ts';
import { fakeLock } from './fake-lock.ts';
import { FakeMap } from './fake-map.ts';
import { fakeOwnership, ownershipStateOf } from './fake-ownership.ts';
import { listsOf } from './fake-feed.ts';
import { answersOf } from './fake-answers.ts';
import { STATES, TRAINING } from './fake-states.ts';
import type { FakeState } from './fake-states.ts';
import { FILM_ITEMS, SHOP_ITEMS, shown } from './fake-shop.ts';

export { FAKE_STATES } from './fake-states.ts';
export type { FakeState } from './fake-states.ts';

const FIRST_ID = 1000;
const MORE = 36;

export interface FakeOptions {
  /** Cards of the first list. */
  readonly size?: number;
  /** The map moves, and a training with it, to its end; else the map is at rest and a training stands still. */
  readonly moving?: boolean;
  /** Where a map that stands still stands, 0 … 1. Default 1. */
  readonly moment?: number;
}

/** What an undo brings back. */
type Before = Pick<HomebodyState, 'history' | 'mood' | 'muted' | 'catalogues'>;

/** The page's handle with nothing behind it: acts change the state at once, as the real one would in the end. */
export function fakeHomebody(state: FakeState, calls: string[] = [], options: FakeOptions = {}): Homebody {
  const began = STATES[state];
  const items = state === 'films' ? FILM_ITEMS : SHOP_ITEMS;
  let size = options.size ?? 16;
  let nextId = FIRST_ID;
  let before: Before | null = null;
  const store = createStore<HomebodyState>(() => ({ ...began, ...listsOf(began, began, size) }));
  const get = (): HomebodyState => store.getState();
  const set = (patch: Partial<HomebodyState>): void => store.setState(patch);
  /** Changes what the shelves follow, and the shelves with it. */
  const follow = (patch: Partial<HomebodyState>): void =>
    set({ ...patch, ...listsOf(began, { ...get(), ...patch }, size) });
  const map = new FakeMap(store, items, options);

  /** An act that can be undone. */
  const act = (what: Act, patch: Partial<HomebodyState>): void => {
    const { history, mood, muted, catalogues } = get();
    before = { history, mood, muted, catalogues };
    follow({ ...patch, undoable: { act: what, until: Date.now() + 10_000 } });
  };
  const eventOf = (kind: EventKind, one: ShownItem): StoredEvent => ({
    id: nextId++,
    catalogue: get().catalogue?.id ?? DEMO_CATALOGUE,
    item: one.item.id,
    kind,
    at: Date.now(),
  });
  const recordAll = (
    what: 'recorded' | 'order' | 'persona',
    kind: EventKind,
    things: readonly ShownItem[],
    persona?: string,
  ): readonly StoredEvent[] => {
    const entries = things.map((one) => ({ ...one, event: eventOf(kind, one) })).toReversed();
    const history = [...entries, ...get().history];
    const events = entries.map((entry) => entry.event);
    const made = { kind: what, events, items: entries.map((entry) => entry.item) };
    if (kind === 'view') follow({ history });
    else act(persona ? { ...made, persona } : made, { history });
    return events;
  };
  const isSaid = (kind: EventKind, index: number): boolean => {
    const { history } = get();
    if (kind === 'cart' || kind === 'purchase') return false;
    const said = kind === 'wish' ? wishesOf(history) : history.filter(({ event }) => event.kind === kind);
    return said.some((entry) => entry.index === index);
  };

  const actions: HomebodyActions = {
    ...answersOf(items, get),
    async record(kind, index) {
      calls.push(`record ${kind} ${index}`);
      if (!isSaid(kind, index)) recordAll('recorded', kind, [shown(items, index)]);
    },
    async takeBack(events) {
      calls.push(`takeBack ${events.map((event) => event.id).join(' ')}`);
      const ids = new Set(events.map((event) => event.id));
      const gone = get().history.filter((entry) => ids.has(entry.event.id));
      if (gone.length === 0) return;
      const what = { events: gone.map((one) => one.event), items: gone.map((one) => one.item) };
      act(
        { kind: 'taken-back', ...what },
        { history: get().history.filter((entry) => !ids.has(entry.event.id)) },
      );
    },
    async order() {
      calls.push('order');
      const pieces = cartOf(get().history).flatMap((line) => line.events.map(() => line));
      return pieces.length > 0 ? recordAll('order', 'purchase', pieces) : null;
    },
    async stepInto(id) {
      calls.push(`stepInto ${id}`);
      const persona = (await actions.personas()).find((one) => one.id === id);
      if (persona) recordAll('persona', 'like', persona.likes, id);
    },

    async moreLike(index) {
      calls.push(`moreLike ${index}`);
      lean('more', shown(items, index));
    },
    async lessLike(index) {
      calls.push(`lessLike ${index}`);
      lean('less', shown(items, index));
    },
    async moodFor(department, on) {
      calls.push(`moodFor ${department} ${on}`);
      const { mood } = get();
      const rest = mood.departments.filter((one) => one !== department);
      setMood({ ...mood, departments: on ? [...rest, department] : rest });
    },
    async forgetMood(index) {
      calls.push(index === undefined ? 'forgetMood' : `forgetMood ${index}`);
      const without = (list: readonly ShownItem[]) => list.filter((one) => one.index !== index);
      const { mood } = get();
      setMood(
        index === undefined ? NO_MOOD : { ...mood, more: without(mood.more), less: without(mood.less) },
      );
    },
    async mute(field, name) {
      calls.push(`mute ${field} ${name}`);
      const { muted } = get();
      const list = field === 'department' ? 'departments' : 'brands';
      if (muted[list].includes(name)) return;
      act({ kind: 'muted', field, name }, { muted: { ...muted, [list]: [...muted[list], name] } });
    },
    async unmute(field, name) {
      calls.push(`unmute ${field} ${name}`);
      const { muted } = get();
      const list = field === 'department' ? 'departments' : 'brands';
      if (!muted[list].includes(name)) return;
      const rest = muted[list].filter((one) => one !== name);
      act({ kind: 'unmuted', field, name }, { muted: { ...muted, [list]: rest } });
    },

    async showMore() {
      calls.push('showMore');
      size += MORE;
      follow({});
    },
    showConstellation() {
      calls.push('showConstellation');
      map.show();
    },
    hideConstellation() {
      calls.push('hideConstellation');
      map.hide();
    },

    async speak(language) {
      calls.push(`speak ${language}`);
    },
    async undo() {
      calls.push('undo');
      if (!get().undoable) return;
      follow({ ...before, undoable: null });
      before = null;
    },
    setAdventurousness(value) {
      calls.push(`setAdventurousness ${value}`);
      set({ adventurousness: value });
    },
    async train() {
      calls.push('train');
      set({ training: TRAINING });
      map.restart();
    },
    async cancelTraining() {
      calls.push('cancelTraining');
      set({ training: null });
    },
    async importFiles(files) {
      calls.push(`importFiles ${files.map((file) => file.name).join(' ')}`);
    },
    async cancelImport() {
      calls.push('cancelImport');
      set({ importing: null });
    },
    dismissReport: () => set({ report: null, importError: null }),
    async switchCatalogue(id) {
      calls.push(`switchCatalogue ${id}`);
    },
    async removeCatalogue(id) {
      calls.push(`removeCatalogue ${id}`);
      const { catalogues } = get();
      const gone = catalogues.find((one) => one.id === id);
      if (!gone) return;
      act(
        { kind: 'catalogue-removed', id, name: gone.name },
        { catalogues: catalogues.filter((one) => one.id !== id) },
      );
    },
    dismissProblem: () => set({ problem: null }),
    dismissRecovered: () => set({ recovered: null }),
    applyUpdate: () => void calls.push('applyUpdate'),
  };

  function setMood(mood: HomebodyState['mood']): void {
    act({ kind: 'mood', mood, before: get().mood }, { mood });
  }
  function lean(list: 'more' | 'less', thing: ShownItem): void {
    const { mood } = get();
    const without = (one: readonly ShownItem[]) => one.filter(({ index }) => index !== thing.index);
    const rest = { ...mood, more: without(mood.more), less: without(mood.less) };
    setMood({ ...rest, [list]: [...rest[list], thing] });
  }
  const ownership = fakeOwnership({ store, calls, began: ownershipStateOf(state) });
  const lock = fakeLock({
    store,
    calls,
    opened: { ...STATES.full, ...listsOf(STATES.full, STATES.full, size) },
  });
  const lab = fakeLab({ store, items, calls, began: labStateOf(state) });
  return {
    store,
    actions,
    lock: async () => lock,
    lab: async () => {
      if (state === 'failed') throw new HomebodyError('worker/died', 'There are no workers here.');
      return lab;
    },
    ownership: async () => {
      if (state === 'failed') throw new HomebodyError('worker/died', 'There is no vault here.');
      return ownership;
    },
  };
}
