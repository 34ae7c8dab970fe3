import { initialState } from '../../client/state.ts';
import type { HomebodyState } from '../../client/state.ts';
import type { CatalogueSummary } from '../../domain/catalogue.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { catalogueId, DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { Feed } from '../../domain/recommendation.ts';
import type { HomeReport, ModelFacts, TrainProgress } from '../../domain/training.ts';
import {
  BRANDS,
  cardsOf,
  DEPARTMENTS,
  FILM_ITEMS,
  historyOf,
  shelfOf,
  SHOP_ITEMS,
  shown,
} from './fake-shop.ts';

export const FAKE_STATES = [
  'starting',
  'loading',
  'empty',
  'first-minute',
  'training',
  'full',
  'cart',
  'steered',
  'films',
  'importing',
  'report',
  'error',
  'failed',
  'locked',
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
  departments: DEPARTMENTS,
  brands: BRANDS,
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
  departments: ['Action', 'Comedy', 'Sci-Fi', 'Crime', 'Animation', 'Drama', 'Horror', 'Adventure', 'War'],
  brands: [],
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

export const LOSSES: readonly number[] = [0.91, 0.62, 0.47, 0.4, 0.362, 0.341, 0.33, 0.3241, 0.3204];

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
  losses: LOSSES,
  quality: {
    protocol: 'leave-one-out, full ranking, history filtered',
    heldOutUsers: 5120,
    ndcgAt10: 0.0831,
    hitRateAt10: 0.1612,
    popularityNdcgAt10: 0.0396,
    popularityHitRateAt10: 0.0788,
  },
};

export const TRAINING: TrainProgress = {
  phase: 'training',
  epoch: 6,
  epochs: 16,
  fraction: 0.41,
  elapsedMs: 1400,
  remainingMs: 2600,
  losses: LOSSES.slice(0, 6),
  home: 'wasm',
};

export const FEED: Feed = {
  catalogue: DEMO_CATALOGUE,
  adventurousness: 0.3,
  historyVersion: 3,
  model: 'm1',
  items: [],
  shelves: [],
  available: 1100,
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
  cards: cardsOf(SHOP_ITEMS, [...SHOP_ITEMS.keys()].slice(0, 200), false),
  feed: { ...FEED, model: null, available: 1200 },
  storage: { stores: [], events: 0, bytes: 0 },
};

const FULL: HomebodyState = {
  ...READY,
  model: MODEL,
  feed: FEED,
  cards: cardsOf(SHOP_ITEMS, [...SHOP_ITEMS.keys()].slice(6, 206), true),
  shelves: [
    shelfOf(SHOP_ITEMS, 'because', 2, ['Outdoors', 'Clothing']),
    shelfOf(SHOP_ITEMS, 'complements', 0, ['Kitchen', 'Table', 'Pantry']),
    shelfOf(SHOP_ITEMS, 'new', null, ['Garden', 'Workshop', 'Play']),
    shelfOf(SHOP_ITEMS, 'popular', null, ['Books', 'Desk', 'Living Room']),
  ],
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

/** What each state begins with; `cards` is the longest list that it can show. */
export const STATES: Readonly<Record<FakeState, HomebodyState>> = {
  starting: initialState,
  loading: { ...READY, cards: null, feed: null },
  empty: { ...READY, cards: [] },
  'first-minute': {
    ...READY,
    training: TRAINING,
  },
  training: { ...READY, training: TRAINING },
  full: FULL,
  cart: {
    ...FULL,
    history: historyOf(
      SHOP_ITEMS,
      [
        [0, 'cart'],
        [8, 'cart'],
        [21, 'wish'],
        [0, 'cart'],
        [10, 'cart'],
        [16, 'wish'],
        [3, 'purchase'],
        [2, 'like'],
        [23, 'wish'],
        [4, 'dismiss'],
      ],
      Date.now(),
    ),
  },
  steered: {
    ...FULL,
    mood: {
      more: [shown(SHOP_ITEMS, 18)],
      less: [shown(SHOP_ITEMS, 13)],
      departments: ['Garden', 'Books'],
    },
    muted: { departments: ['Play'], brands: ['Tarnwick'] },
  },
  films: {
    ...FULL,
    catalogue: FILMS,
    catalogues: [DEMO, FILMS],
    cards: cardsOf(FILM_ITEMS, [...FILM_ITEMS.keys()], true),
    shelves: [],
    feed: { ...FEED, catalogue: FILMS.id, available: FILM_ITEMS.length },
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
      masked: [
        { file: 'ratings.dat', column: '', place: 1, kind: 'user', action: 'replaced', count: 6040 },
        {
          file: 'ratings.dat',
          column: 'Customer e-mail',
          place: 5,
          kind: 'email',
          action: 'dropped',
          count: 998_117,
        },
        { file: 'ratings.dat', column: '手机', place: 6, kind: 'phone', action: 'dropped', count: 12_400 },
        { file: 'movies.dat', column: 'title', place: 2, kind: 'email', action: 'dropped', count: 1 },
      ],
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
  locked: {
    ...initialState,
    phase: 'locked',
    failure: new HomebodyError('vault/locked', 'The key to what is stored here does not open by itself.'),
  },
};
