import type { ErrorCode } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { Mood, Supposition } from '../../domain/recommendation.ts';
import type { EngineStatus } from '../../domain/training.ts';
import type { Leased } from './leased.ts';
import { Ranker } from './ranker.ts';
import type { ServingModel } from './serving-model.ts';
import type { Visitor } from './visitor.ts';
import { eventsSupposing, visitorOf } from './visitor.ts';

/** What is held of a catalogue. */
export interface HeldCatalogue {
  readonly catalogue: CatalogueId;
  readonly facts: ItemFacts;
  serving: Leased<ServingModel>;
  resumable: EngineStatus['resumable'];
  readonly unusable: ErrorCode | null;
  visitor: Visitor | null;
  /** The ranker of the present visitor, model and mood; all are fixed in it. */
  ranker: {
    readonly ranker: Ranker;
    readonly visitor: Visitor;
    readonly serving: ServingModel;
    readonly mood: string;
  } | null;
}

/** Whom to rank for. */
export interface Asked {
  readonly catalogue: CatalogueId;
  readonly historyVersion: number;
  readonly mood?: Mood;
  readonly supposing?: Supposition;
}

/** That of the present is kept; one of another past, asked for in between, does not take its place. */
export function rankerOf(
  held: HeldCatalogue,
  serving: ServingModel,
  visitor: Visitor,
  { mood, supposing }: Pick<Asked, 'mood' | 'supposing'>,
): Ranker {
  const { facts, ranker: known } = held;
  if (supposing) {
    return new Ranker(serving, facts, visitorOf(eventsSupposing(visitor.events, supposing), facts), mood);
  }
  const key = JSON.stringify(mood ?? null);
  if (known?.visitor === visitor && known.serving === serving && known.mood === key) return known.ranker;
  const ranker = new Ranker(serving, facts, visitor, mood);
  held.ranker = { ranker, visitor, serving, mood: key };
  return ranker;
}
