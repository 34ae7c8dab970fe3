import type { ErrorCode } from './errors.ts';
import type { CatalogueId } from './ids.ts';
import type { ModelConfig } from './settings.ts';

/** Kinds of models that keep no embeddings of their items, of which a map of the shop could be made. */
export const MODELS_WITHOUT_MAP: readonly string[] = [
  'popularity',
  'ease',
  'item-knn',
  'slist',
  'slist-factorised',
  'blend',
  'neumf',
];

export const HOME_NAMES = ['webgpu', 'wasm', 'reference'] as const;
/** Where kernels run. */
export type HomeName = (typeof HOME_NAMES)[number];
export type HomeChoice = HomeName | 'auto';

/** Which home runs, and why. The page prints it. */
export interface HomeReport {
  readonly home: HomeName;
  /** The adapter's name, or '2 threads, SIMD'. */
  readonly device: string;
  readonly threads: number;
  readonly reason:
    | 'forced' // the caller chose it
    | 'fastest' // won the calibration
    | 'only' // nothing else was available
    | 'software-adapter'; // there is WebGPU, but a software adapter never wins over WASM
  /** Calibration result per home that was tried, in ms for the same work. Absent: not tried. */
  readonly calibration: Readonly<Partial<Record<HomeName, number>>>;
  /** Why a home is missing, in words for a developer. */
  readonly unavailable: Readonly<Partial<Record<HomeName, string>>>;
}

export interface TrainRequest {
  readonly catalogue: CatalogueId;
  /** A name of the registry; absent: the first of it. */
  readonly model?: string;
  /** Some settings of that model; the rest are its defaults. */
  readonly config: ModelConfig;
}

export interface TrainProgress {
  readonly phase: 'preparing' | 'training' | 'evaluating' | 'saving';
  /** Passes done, 0 … epochs; a model that is solved at once has one. */
  readonly epoch: number;
  readonly epochs: number;
  /** 0 … 1 of the whole training. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Estimated rest, NaN while unknown. */
  readonly remainingMs: number;
  /** Objective after each pass, per observed interaction or as the model has it. */
  readonly losses: readonly number[];
  readonly home: HomeReport['home'];
  /** Set once when a lost GPU device made training go on from a checkpoint. */
  readonly recovered?: { readonly fromEpoch: number; readonly home: HomeName };
}

/** Full-ranking quality on held-out events, the model beside popularity. */
export interface Quality {
  readonly protocol: 'leave-one-out, full ranking, history filtered';
  readonly heldOutUsers: number;
  readonly ndcgAt10: number;
  readonly hitRateAt10: number;
  readonly popularityNdcgAt10: number;
  readonly popularityHitRateAt10: number;
}

/** What is known of a trained model. Stored with it. */
export interface ModelFacts {
  readonly id: string;
  /** Of the registry. */
  readonly name: string;
  /** All of its settings. */
  readonly config: ModelConfig;
  readonly home: HomeName;
  readonly threads: number;
  /** ms since the epoch; given by the caller. */
  readonly trainedAt: number;
  readonly trainMs: number;
  readonly userCount: number;
  readonly itemCount: number;
  readonly interactionCount: number;
  /** Objective after each pass; empty for a model that is solved at once, or that has none. */
  readonly losses: readonly number[];
  readonly quality: Quality | null;
}

/** State of the engine for a catalogue. */
export interface EngineStatus {
  readonly catalogue: CatalogueId;
  readonly model: ModelFacts | null;
  /** A training that was cut short by a reload left a checkpoint; `epoch` passes of it are done. */
  readonly resumable: { readonly epoch: number; readonly epochs: number } | null;
  /** Why a stored model is not used (`checkpoint/…`, 'vault/damaged'); popularity serves instead. Absent: nothing is wrong. */
  readonly unusable?: ErrorCode;
}
