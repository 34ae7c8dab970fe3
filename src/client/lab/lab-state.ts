import type { StoreApi } from 'zustand/vanilla';
import type { HomebodyError } from '../../domain/errors.ts';
import type {
  DatasetFacts,
  ItemMap,
  LabProtocol,
  LabRun,
  LabStudy,
  Promotions,
  RunComparison,
  RunProgress,
} from '../../domain/lab.ts';
import type {
  AttackReport,
  AttackRequest,
  PrivacyCost,
  PrivacyProgress,
  PrivateRequest,
  Release,
  ReleaseTally,
} from '../../domain/lab-privacy.ts';
import type { ModelDescription } from '../../domain/model-description.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { StudyPlan, StudyProgress } from '../../domain/tuning.ts';
import type { ShownItem } from '../shown-item.ts';

/** What a run is started with; `RunRequest` without the catalogue, which is the current one. */
export interface RunSetup {
  readonly model: string;
  readonly config: ModelConfig;
  readonly protocol: LabProtocol;
  readonly seed: number;
}

/** The run that is being made, or waits for a training or another tab to end. */
export interface RunningRun extends RunSetup {
  /** Null while it waits. */
  readonly progress: RunProgress | null;
  readonly cancelling: boolean;
}

/** The study that is at work here. Its entry in `studies` grows with it. */
export interface RunningStudy {
  /** Null until its first word. */
  readonly id: string | null;
  readonly plan: StudyPlan;
  /** Null while it waits. */
  readonly progress: StudyProgress | null;
  readonly paused: boolean;
  readonly cancelling: boolean;
}

/** What is at work in the room of privacy. */
export interface PrivacyWork {
  readonly kind: 'attack' | 'cost' | 'export';
  /** Null while it waits. */
  readonly progress: PrivacyProgress | null;
  readonly cancelling: boolean;
}

/** A map with what its points are to the visitor. */
export interface ShownItemMap extends ItemMap {
  /** `pca`: the first two principal components. `layout`: neighbours stay together (as in UMAP). */
  readonly method: 'pca' | 'layout';
  /** 1 for items of the visitor's own history. Uint8[n]. */
  readonly own: Uint8Array<ArrayBuffer>;
  /** A layout is under way: positions come some ten times a second, until it has come to rest. */
  readonly moving: boolean;
}

/** Whom two models are shown for. `persona`: an id of `HomebodyActions.personas`. */
export type ChosenVisitor =
  | { readonly kind: 'visitor' }
  | { readonly kind: 'persona'; readonly id: string }
  /** A user of the log by row, 0 … facts.userCount − 1. */
  | { readonly kind: 'user'; readonly row: number };

/** What a visitor would see under each of some runs. */
export interface ShownLists {
  /** What they took, oldest first; at most the last 50. */
  readonly history: readonly ShownItem[];
  /** One a run, best first; null where nothing of their history attracts. */
  readonly lists: readonly (readonly (ShownItem & { readonly score: number })[] | null)[];
}

/** What the lab draws; all of it belongs to the current catalogue. Every field is replaced, never mutated. */
export interface LabState {
  /** False until `open` has brought models, runs, studies and promotions of the catalogue. */
  readonly ready: boolean;
  /** What last went wrong; shown until dismissed, or until something else is begun. */
  readonly problem: HomebodyError | null;
  /** Null while it is counted. */
  readonly facts: DatasetFacts | null;
  /** The default first. */
  readonly models: readonly ModelDescription[];
  /** Newest first. */
  readonly runs: readonly LabRun[];
  readonly running: RunningRun | null;
  readonly promotions: Promotions | null;
  /** Null until `showMap`. */
  readonly map: ShownItemMap | null;
  /** Newest first. */
  readonly studies: readonly LabStudy[];
  readonly studying: RunningStudy | null;
  readonly privacyWork: PrivacyWork | null;
  /** The newest attack of this visit. */
  readonly attack: AttackReport | null;
  /** What the newest private export that was asked about would be worth. */
  readonly cost: PrivacyCost | null;
  /** Null until `countReleases`. */
  readonly releases: ReleaseTally | null;
  /** The newest of this visit. */
  readonly released: Release | null;
  /** True while a model is promoted, rolled back or imported. */
  readonly busy: boolean;
}

/** What can be done in the lab. All settle; failures land in `problem` and are not thrown, but where it is said. */
export interface LabActions {
  /** Reads what is stored, and follows the current catalogue from then on. Called once by the view as it appears. */
  open(): Promise<void>;
  /** Queues behind a training of this tab and behind runs of other tabs. Null when it was cancelled or failed. */
  start(setup: RunSetup): Promise<LabRun | null>;
  /** Of the run, the study, or what is at work in the room of privacy. Nothing that is stored changes. */
  cancel(): Promise<void>;
  /** Off the leaderboard at once; `HomebodyActions.undo` brings it back for ten seconds. */
  remove(run: string): Promise<void>;
  /**
   * Rejects with HomebodyError; 'lab/not-comparable' says in `detail.differs` whether origin, protocol, split or data do,
   * 'training/cancelled' that it was stopped, or a newer one asked for. `onProgress`: 0 … 1.
   */
  compare(a: string, b: string, onProgress: (fraction: number) => void): Promise<RunComparison>;
  stopComparing(): Promise<void>;
  /** Rejects with HomebodyError. `k`: places of each list, 1 … 100. */
  lists(runs: readonly string[], visitor: ChosenVisitor, k: number): Promise<ShownLists>;

  /** The feed follows. */
  promote(run: string): Promise<void>;
  /** To the model that was there before the last promotion that stands. */
  rollBack(): Promise<void>;

  /** By PCA. `run`: null for the model that serves. */
  showMap(run: string | null): Promise<void>;
  /** Lets the points of the map move to a layout that keeps neighbours together. */
  layOut(): Promise<void>;
  /** The points stay where they are. */
  stopLayOut(): void;
  hideMap(): void;

  /** A file to be saved: `<model>-<seed>.safetensors`, without a seed where none is known. Rejects with HomebodyError. */
  exportRun(run: string): Promise<File>;
  importRun(file: File): Promise<LabRun | null>;

  /** `budgetMs`: null for none. Null when it was cancelled or failed; what was found is stored all the same. */
  study(plan: StudyPlan, budgetMs: number | null): Promise<LabStudy | null>;
  pauseStudy(): Promise<void>;
  /** Lets the paused study go on; with an id, one that an earlier visit or a cancel has left. */
  resumeStudy(id?: string): Promise<LabStudy | null>;
  removeStudy(id: string): Promise<void>;

  /** Reads what was released of this catalogue. */
  countReleases(): Promise<void>;
  /** Is somebody's history in what a run was trained on? Queues as `start`. Null when it was cancelled or failed. */
  attack(request: Omit<AttackRequest, 'catalogue'>): Promise<AttackReport | null>;
  /** What a private export would be worth. Queues as `start`. Null when it was cancelled or failed. */
  privacyCost(request: Omit<PrivateRequest, 'catalogue'>): Promise<PrivacyCost | null>;
  /** A file to be saved, with its statement in it; it counts as released. Null when it was cancelled or failed. */
  exportPrivately(request: Omit<PrivateRequest, 'catalogue'>): Promise<File | null>;

  dismissProblem(): void;
}

/** The lab, as the page has it. */
export interface Lab {
  readonly store: StoreApi<LabState>;
  readonly actions: LabActions;
}

export const initialLabState: LabState = {
  ready: false,
  problem: null,
  facts: null,
  models: [],
  runs: [],
  running: null,
  promotions: null,
  map: null,
  studies: [],
  studying: null,
  privacyWork: null,
  attack: null,
  cost: null,
  releases: null,
  released: null,
  busy: false,
};
