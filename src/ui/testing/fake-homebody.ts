import { createStore } from 'zustand/vanilla';
import { initialState } from '../../client/state.ts';
import type { Homebody, HomebodyActions, HomebodyState, Undoable } from '../../client/state.ts';
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { catalogueId, DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import type { HomeReport, ModelFacts, TrainProgress } from '../../domain/training.ts';
import { cardsOf, FILM_ITEMS, historyOf, SHOP_ITEMS, shown } from './fake-shop.ts';

export const FAKE_STATES = [
  'starting',
  'loading',
  'empty',
  'training',
  'full',
  'films',
  'importing',
  'report',
  'error',
  'failed',
] as const;
export type FakeState = (typeof FAKE_STATES)[number];

const NOW = Date.UTC(2026, 2, 14, 19, 30);

export const DEMO: CatalogueSummary = {
  id: DEMO_CATALOGUE,
  name: 'Demo shop',
  origin: 'demo',
  simulated: true,
  userCount: 6000,
  itemCount: 3120,
  interactionCount: 412_345,
  currency: 'EUR',
  departments: ['Kitchen', 'Table', 'Outdoors'],
  dateRange: [Date.UTC(2024, 0, 1), Date.UTC(2025, 11, 31)],
};

export const FILMS: CatalogueSummary = {
  id: catalogueId('films'),
  name: 'MovieLens 1M',
  origin: 'import',
  simulated: false,
  userCount: 6040,
  itemCount: 3706,
  interactionCount: 1_000_209,
  currency: null,
  departments: ['Action', 'Comedy', 'Drama'],
  dateRange: [Date.UTC(2000, 3, 25), Date.UTC(2003, 1, 28)],
};

const HOME: HomeReport = {
  home: 'wasm',
  device: '2 threads, SIMD',
  threads: 2,
  reason: 'software-adapter',
  calibration: { wasm: 12 },
  unavailable: { webgpu: 'software adapter' },
};

const LOSSES = [0.91, 0.62, 0.47, 0.4, 0.362, 0.341, 0.33, 0.3241, 0.3204];

export const MODEL: ModelFacts = {
  id: 'm1',
  name: 'ials',
  config: {
    dim: 64,
    epochs: 16,
    regularisation: 0.003,
    regularisationExponent: 1,
    unobservedWeight: 0.1,
    initialStddev: 0.1,
    cgSteps: 3,
    seed: 1,
  },
  home: 'wasm',
  threads: 2,
  trainedAt: NOW - 180_000,
  trainMs: 2140,
  userCount: 6000,
  itemCount: 3120,
  interactionCount: 412_345,
  finalLoss: 0.3204,
  quality: {
    protocol: 'leave-one-out, full ranking, history filtered',
    heldOutUsers: 5120,
    ndcgAt10: 0.0831,
    hitRateAt10: 0.1612,
    popularityNdcgAt10: 0.0396,
    popularityHitRateAt10: 0.0788,
  },
};

const TRAINING: TrainProgress = {
  phase: 'training',
  epoch: 6,
  epochs: 16,
  fraction: 0.41,
  elapsedMs: 1400,
  remainingMs: 2600,
  losses: LOSSES.slice(0, 6),
  home: 'wasm',
};

const FEED: Feed = {
  catalogue: DEMO_CATALOGUE,
  adventurousness: 0.3,
  historyVersion: 3,
  model: 'm1',
  items: [],
  intraListDiversity: 0.72,
  familiarDiversity: 0.51,
};

const STORAGE: HomebodyState['storage'] = {
  stores: [
    { name: 'events', records: 14, bytes: 3360 },
    { name: 'catalogues', records: 1, bytes: 412 },
    { name: 'checkpoints', records: 1, bytes: 2_334_720 },
    { name: 'settings', records: 2, bytes: 190 },
  ],
  events: 14,
  bytes: 2_338_682,
};

const READY: HomebodyState = {
  ...initialState,
  phase: 'ready',
  home: HOME,
  catalogue: DEMO,
  catalogues: [DEMO],
  cards: cardsOf(SHOP_ITEMS, [...SHOP_ITEMS.keys()].slice(0, 48), false),
  feed: { ...FEED, model: null },
  storage: { stores: [], events: 0, bytes: 0 },
};

const FULL: HomebodyState = {
  ...READY,
  model: MODEL,
  lastLosses: LOSSES,
  feed: FEED,
  cards: cardsOf(SHOP_ITEMS, [...SHOP_ITEMS.keys()].slice(6, 54), true),
  history: historyOf(
    SHOP_ITEMS,
    [
      [2, 'like'],
      [0, 'cart'],
      [4, 'dismiss'],
      [3, 'purchase'],
      [1, 'view'],
      [5, 'like'],
      [55, 'like'],
      [56, 'view'],
    ],
    Date.now(),
  ),
  storage: STORAGE,
  persisted: true,
  offlineReady: true,
};

const STATES: Readonly<Record<FakeState, HomebodyState>> = {
  starting: initialState,
  loading: { ...READY, cards: null, feed: null },
  empty: { ...READY, cards: [] },
  training: { ...READY, training: TRAINING, lastLosses: TRAINING.losses },
  full: FULL,
  films: {
    ...FULL,
    catalogue: FILMS,
    catalogues: [DEMO, FILMS],
    cards: cardsOf(FILM_ITEMS, [...FILM_ITEMS.keys()], true),
    history: historyOf(
      FILM_ITEMS,
      [
        [0, 'like'],
        [2, 'dismiss'],
      ],
      Date.now(),
    ),
  },
  importing: {
    ...FULL,
    catalogues: [DEMO, FILMS],
    importing: { phase: 'reading', file: 'ml-1m.zip', fraction: 0.38, rowsRead: 381_220 },
  },
  report: {
    ...FULL,
    catalogues: [DEMO, FILMS],
    importError: new HomebodyError('import/damaged', 'ml-1m.zip ends after 1,204,332 bytes.'),
    report: {
      format: 'MovieLens, ratings.dat',
      files: [
        { name: 'ratings.dat', bytes: 24_594_131, rows: 1_000_209 },
        { name: 'movies.dat', bytes: 171_308, rows: 3883 },
      ],
      rowsRead: 1_000_209,
      rowsKept: 1_000_203,
      duplicatesMerged: 2,
      badRowCount: 4,
      badRows: [
        {
          file: 'ratings.dat',
          line: 17,
          reason: 'not-a-number',
          field: 'rating',
          text: '1::1193::five::978300760',
        },
        { file: 'ratings.dat', line: 4821, reason: 'too-few-fields', field: '', text: '33::2028' },
        {
          file: 'ratings.dat',
          line: 90_044,
          reason: 'bad-date',
          field: 'timestamp',
          text: '51::11::4::yesterday',
        },
        { file: 'ratings.dat', line: 90_045, reason: 'empty-id', field: 'item', text: '51::::4::975300003' },
      ],
      userCount: 6040,
      itemCount: 3706,
      untitledItems: 0,
      dateRange: [Date.UTC(2000, 3, 25), Date.UTC(2003, 1, 28)],
    },
  },
  error: {
    ...FULL,
    online: false,
    updateReady: true,
    problem: new HomebodyError('vault/quota', 'QuotaExceededError: the transaction was aborted.'),
  },
  failed: {
    ...initialState,
    phase: 'failed',
    failure: new HomebodyError('vault/unavailable', 'SecurityError: the operation is insecure.'),
  },
};

/** The page's handle with nothing behind it: acts change the state at once, as the real one would in the end. */
export function fakeHomebody(state: FakeState, calls: string[] = [], size = 16): Homebody {
  const initial = STATES[state];
  const store = createStore<HomebodyState>(() => ({
    ...initial,
    cards: initial.cards?.slice(0, size) ?? null,
  }));
  const items = state === 'films' ? FILM_ITEMS : SHOP_ITEMS;
  const set = (patch: Partial<HomebodyState>): void => store.setState(patch);
  const offer = (undoable: Undoable): void => set({ undoable });

  const actions: HomebodyActions = {
    async record(kind, index) {
      calls.push(`record ${kind} ${index}`);
      const now = store.getState();
      const event = {
        id: 1000 + now.history.length,
        catalogue: DEMO_CATALOGUE,
        item: items[index]!.id,
        kind,
        at: Date.now(),
      };
      const rest = (now.cards ?? []).filter((card) => card.index !== index);
      // Whatever shares the department comes up.
      const near = rest.filter((card) => card.item.department === items[index]!.department);
      set({
        history: [{ ...shown(items, index), event }, ...now.history],
        cards: kind === 'dismiss' ? rest : [...near, ...rest.filter((card) => !near.includes(card))],
        feed: { ...FEED, historyVersion: event.id },
      });
      offer({ kind: 'recorded', event, item: items[index]!, until: Date.now() + 10_000 });
    },
    async takeBack(event) {
      calls.push(`takeBack ${event.id}`);
      const now = store.getState();
      const entry = now.history.find((one) => one.event.id === event.id);
      set({ history: now.history.filter((one) => one.event.id !== event.id) });
      if (entry) offer({ kind: 'taken-back', event, item: entry.item, until: Date.now() + 10_000 });
    },
    async undo() {
      calls.push('undo');
      set({ undoable: null });
    },
    setAdventurousness(value) {
      calls.push(`setAdventurousness ${value}`);
      set({ adventurousness: value });
    },
    async train() {
      calls.push('train');
      set({ training: TRAINING });
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
    },
    async explain(index) {
      const { history, model } = store.getState();
      const shares = [0.412, 0.201, -0.093, 0.061, 0.022, 0.004];
      const causes = model
        ? history
            .slice(0, shares.length)
            .map((entry, i) => ({ index: entry.index, item: entry.item, share: shares[i]! }))
        : [];
      const score = causes.reduce((sum, cause) => sum + cause.share, 0);
      const parts = causes.map((cause) => ({ item: cause.index, share: cause.share }));
      return { ...shown(items, index), causes, explanation: { item: index, score, rank: 3, causes: parts } };
    },
    async product(index) {
      if (!items[index]) return null;
      const some = (step: number) =>
        Array.from({ length: 8 }, (_, i) => ({
          ...shown(items, (index + 1 + i * step + Math.floor((i * step) / items.length)) % items.length),
          score: 1 - i / 10,
        }));
      return { ...shown(items, index), similar: some(24), complements: some(5) };
    },
    dismissProblem: () => set({ problem: null }),
    dismissRecovered: () => set({ recovered: null }),
    applyUpdate: () => void calls.push('applyUpdate'),
  };
  return { store, actions };
}
