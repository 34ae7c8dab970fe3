import type { Interval } from './evaluation.ts';
import type { CatalogueId } from './ids.ts';
import type { PrivacyClaim, PrivacyStatement } from './privacy.ts';

/** Models that can be learnt under differential privacy. */
export const PRIVATE_MODELS: readonly string[] = ['ials', 'gmf'];

/** The ε that are offered: strong, usual, weak. */
export const EPSILONS = [1, 4, 10] as const;

/** How well an attacker tells members of the training log from others. Intervals hold with 95 %. */
export interface AttackFigures {
  /** That a random member scores higher than a random other user; 0.5 is no better than a coin. */
  readonly auc: number;
  readonly aucInterval: Interval;
  /** max |TPR − FPR| over all thresholds, 0 … 1 (Yeom et al., CSF 2018); above 0 by chance alone. */
  readonly advantage: number;
  readonly advantageInterval: Interval;
  /** The ε that the training has at least, with 95 %, by what this attack found out; 0: it rules nothing out. */
  readonly epsilonAtLeast: number;
}

/** Is somebody's history in the log that a model was learnt from? Asked of models with the settings of a run. */
export interface AttackRequest {
  readonly catalogue: CatalogueId;
  readonly run: string;
  /** Of the same model under differential privacy, above 0. */
  readonly epsilon: number;
  /** Models that the attacker learns to compare with. Integer, 0 or 4 … 256. */
  readonly shadows: number;
}

export interface AttackReport extends AttackRequest {
  readonly model: string;
  readonly members: number;
  readonly others: number;
  readonly plain: AttackFigures;
  /** Null for a model that cannot be learnt under differential privacy. */
  readonly private: { readonly figures: AttackFigures; readonly claim: PrivacyClaim } | null;
}

/**
 * `model`: a model that can be imported again, without the vectors of the log's users. `items`: its item table alone.
 * `counts`: how many people took each item.
 */
export type ReleasedThing = 'model' | 'items' | 'counts';

export interface PrivateRequest {
  readonly catalogue: CatalogueId;
  /** Whose settings, protocol and seed are taken. */
  readonly run: string;
  readonly what: ReleasedThing;
  /** Above 0, finite. */
  readonly epsilon: number;
  /** Of `counts`: items of each person that count at most, 1 and more; null: no bound, which is refused. */
  readonly mostItems: number | null;
}

export interface Measured {
  readonly value: number;
  readonly interval: Interval;
}

/** What a private export would be worth. Made with seeded noise, shown, and never handed on. */
export interface PrivacyCost {
  readonly request: PrivateRequest;
  /** Of the export itself. */
  readonly claim: PrivacyClaim;
  readonly model: string;
  /** Users who were asked, by the protocol of the run. */
  readonly users: number;
  /** HR@10 of the run; of `counts`, of a ranking by the true counts. */
  readonly without: Measured;
  readonly with: Measured;
  /** HR@10 of the true counts: what knows nothing of anybody in particular. */
  readonly popularity: number;
  /** Of `counts`: by how much a count is off on average; else null. */
  readonly countError: number | null;
}

/** A private export that was made. It stays in the tally: what was handed on cannot be taken back. */
export interface Release {
  readonly id: string;
  /** ms since the epoch. */
  readonly at: number;
  readonly what: ReleasedThing;
  /** Null for `counts`. */
  readonly model: string | null;
  readonly claim: PrivacyClaim;
}

/** What several releases of one log promise together. */
export interface Together {
  readonly epsilon: number;
  readonly delta: number;
  /** `sum`: their ε added up. */
  readonly by: 'sum' | 'rdp' | 'pld';
}

export interface ReleaseTally {
  /** Newest first. */
  readonly releases: readonly Release[];
  /** Null before the first. */
  readonly together: Together | null;
}

export interface PrivateExport {
  readonly release: Release;
  readonly tally: ReleaseTally;
  /** Of `model` and `items`: safetensors, the statement in its header; else null. */
  readonly file: Uint8Array<ArrayBuffer> | null;
  /** Of `counts`, by row; may be negative. Float64[itemCount]; else null. */
  readonly counts: Float64Array<ArrayBuffer> | null;
  readonly statement: PrivacyStatement;
}

/** How far an attack, a measurement of cost or an export is. */
export interface PrivacyProgress {
  readonly stage: 'preparing' | 'plain' | 'private' | 'measuring' | 'writing';
  /** Of an attack: models learnt, the running one counted, of all. */
  readonly number: number;
  readonly of: number;
  /** 0 … 1 of all. */
  readonly fraction: number;
  readonly elapsedMs: number;
  /** Estimated rest, NaN while unknown. */
  readonly remainingMs: number;
}
