import type { CatalogueId } from '../domain/ids.ts';
import type {
  DatasetFacts,
  ItemMap,
  ItemMapRequest,
  LabRun,
  LabStudy,
  ListsRequest,
  Promotions,
  RunComparison,
  RunProgress,
  RunRequest,
  StudyNews,
  StudyRequest,
  VisitorLists,
} from '../domain/lab.ts';
import type {
  AttackReport,
  AttackRequest,
  PrivacyCost,
  PrivacyProgress,
  PrivateExport,
  PrivateRequest,
  ReleaseTally,
} from '../domain/lab-privacy.ts';
import type { Outcome } from '../domain/outcome.ts';

/** What the page asks of the lab, which is in the engine worker and is fetched when it is first asked. */
export interface LabApi {
  labFacts(catalogue: CatalogueId): Promise<Outcome<DatasetFacts>>;
  /** Newest first. Without those that were removed. */
  labRuns(catalogue: CatalogueId): Promise<Outcome<readonly LabRun[]>>;
  /**
   * Trains, measures and stores a run; the model that serves is left alone. One run, study or training at a time.
   * `now` stamps it. Fails with 'training/busy', 'training/cancelled', 'training/no-data', 'argument/range',
   * 'model/unsupported', 'home/lost'.
   */
  labStart(
    request: RunRequest,
    now: number,
    onProgress: (progress: RunProgress) => void,
  ): Promise<Outcome<LabRun>>;
  /** Settles the running run or study with 'training/cancelled'. Nothing to cancel is no error. */
  labCancel(): Promise<Outcome<null>>;
  /** Off the leaderboard. It can be brought back until it is purged. `now` stamps it. */
  labRemove(catalogue: CatalogueId, run: string, now: number): Promise<Outcome<null>>;
  labRestore(catalogue: CatalogueId, run: string): Promise<Outcome<LabRun>>;
  /** For good: what was removed before `before`, ms since the epoch. */
  labPurge(catalogue: CatalogueId, before: number): Promise<Outcome<null>>;

  /**
   * Fails with 'lab/not-comparable' where protocol, split or data differ, and with 'training/cancelled' when a newer one
   * is asked for. `onProgress`: 0 … 1.
   */
  labCompare(
    catalogue: CatalogueId,
    a: string,
    b: string,
    onProgress: (fraction: number) => void,
  ): Promise<Outcome<RunComparison>>;
  /** Settles the comparison that goes on with 'training/cancelled'. Without one it is no error. */
  labStopComparing(): Promise<Outcome<null>>;
  labLists(request: ListsRequest): Promise<Outcome<VisitorLists>>;

  labPromotions(catalogue: CatalogueId): Promise<Outcome<Promotions>>;
  /** Makes the model of a run the one that serves; stored before it answers. */
  labPromote(catalogue: CatalogueId, run: string, now: number): Promise<Outcome<Promotions>>;
  /** Fails with 'model/none' where there is nothing to go back to. */
  labRollBack(catalogue: CatalogueId, now: number): Promise<Outcome<Promotions>>;

  /** At once. Fails with 'model/unsupported' for a model that knows nothing of single items. */
  labMap(request: ItemMapRequest): Promise<Outcome<ItemMap>>;
  /** Sends the same items to a constellation worker at the other end of `port`; null ends it. */
  labLayOut(request: ItemMapRequest, port: MessagePort | null): Promise<Outcome<null>>;

  /** The run's model as safetensors; config, seed, fingerprints and metrics stand in its header. */
  labExport(catalogue: CatalogueId, run: string): Promise<Outcome<Uint8Array<ArrayBuffer>>>;
  /** A run from such a file. Fails with 'lab/not-a-model', 'lab/other-catalogue', 'checkpoint/version'. */
  labImport(catalogue: CatalogueId, bytes: Uint8Array<ArrayBuffer>, now: number): Promise<Outcome<LabRun>>;

  /** Newest first. */
  labStudies(catalogue: CatalogueId): Promise<Outcome<readonly LabStudy[]>>;
  /** Stored after each fold. `now` stamps it. Fails as `labStart` does. */
  labStudy(request: StudyRequest, now: number, onNews: (news: StudyNews) => void): Promise<Outcome<LabStudy>>;
  /** Goes on with a stored study to the same end as if it had never been left. */
  labResumeStudy(
    catalogue: CatalogueId,
    study: string,
    onNews: (news: StudyNews) => void,
  ): Promise<Outcome<LabStudy>>;
  /** Holds the running study where it is, or lets it go on. */
  labPauseStudy(paused: boolean): Promise<Outcome<null>>;
  labRemoveStudy(catalogue: CatalogueId, study: string): Promise<Outcome<null>>;

  /**
   * A membership-inference attack on models with the settings of a run. In the place of a training, as `labStart`; ended by
   * `labCancel`. Fails with 'model/unsupported' for a model that folds nobody in, 'training/no-data', 'argument/range'.
   */
  labAttack(
    request: AttackRequest,
    onProgress: (progress: PrivacyProgress) => void,
  ): Promise<Outcome<AttackReport>>;
  /**
   * What a private export would be worth; nothing is written. As `labStart`. Fails with 'model/unsupported' for a model
   * that has no private training, 'lab/not-comparable' for a run of another log, 'training/no-data', 'argument/range'.
   */
  labPrivacyCost(
    request: PrivateRequest,
    onProgress: (progress: PrivacyProgress) => void,
  ): Promise<Outcome<PrivacyCost>>;
  /** Makes a private export by cryptographic noise and puts it into the tally. As `labPrivacyCost`; `now` stamps it. */
  labPrivateExport(
    request: PrivateRequest,
    now: number,
    onProgress: (progress: PrivacyProgress) => void,
  ): Promise<Outcome<PrivateExport>>;
  /** What was exported privately of this catalogue, and what that promises together. */
  labReleases(catalogue: CatalogueId): Promise<Outcome<ReleaseTally>>;
}
