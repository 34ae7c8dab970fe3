import type { Search, Settings, StudyPlan, Trial } from '../../domain/tuning.ts';
import { createRng } from '../../domain/rng.ts';
import { drawFrom, gridOf } from './search-space.ts';
import { foldCountOf } from './study-plan.ts';
import { isFinished, scoreOf } from './study-state.ts';

/** Trials of one rung: how many, and at what value of the resource (null where there is none). */
export interface Rung {
  readonly trials: number;
  readonly resource: number | null;
}

/** Which trial comes when. A function of the plan and of the scores before; no clock is asked. */
export class Schedule {
  readonly rungs: readonly Rung[];
  readonly #plan: StudyPlan;
  readonly #candidates: readonly Settings[];
  readonly #foldCount: number;

  /** @throws 'argument/range' for a grid that is too large or has no steps. */
  constructor(plan: StudyPlan) {
    this.#plan = plan;
    this.#candidates = candidatesOf(plan);
    this.#foldCount = foldCountOf(plan);
    this.rungs = rungsOf(plan.search, this.#candidates.length);
  }

  /** What the first rung tries, and the same with what the last rung gives. */
  get extremes(): readonly Settings[] {
    return [this.rungs[0], this.rungs.at(-1)].flatMap((rung) =>
      this.#candidates.map((settings) => this.#withResource(settings, rung?.resource ?? null)),
    );
  }

  /** The trial after some finished ones; null after the last, also where patience ends it earlier. */
  next(finished: readonly Trial[]): Trial | null {
    if (this.outOfPatience(finished)) return null;
    let begin = 0;
    for (const [rung, { trials, resource }] of this.rungs.entries()) {
      const place = finished.length - begin;
      if (place < trials) {
        const settings =
          rung === 0 ? this.#candidates[place]! : this.#promoted(finished, begin, rung)[place]!;
        return { rung, settings: this.#withResource(settings, resource), folds: [] };
      }
      begin += trials;
    }
    return null;
  }

  outOfPatience(finished: readonly Trial[]): boolean {
    const { patience } = this.#plan;
    const best = bestOf(finished, this.#foldCount);
    return (
      patience !== undefined && best !== null && finished.length - 1 - finished.indexOf(best) >= patience
    );
  }

  /** Units of training of one fold: the resource, or 1. */
  costOf({ rung }: Trial): number {
    return this.rungs[rung]?.resource ?? 1;
  }

  /** Units of training of all trials and folds. */
  get totalCost(): number {
    return (
      this.rungs.reduce((sum, { trials, resource }) => sum + trials * (resource ?? 1), 0) * this.#foldCount
    );
  }

  get trialCount(): number {
    return this.rungs.reduce((sum, { trials }) => sum + trials, 0);
  }

  /** Settings of the rung that ends at `end`, best first, ties by the earlier trial. */
  #promoted(finished: readonly Trial[], end: number, rung: number): readonly Settings[] {
    const before = finished.slice(end - this.rungs[rung - 1]!.trials, end);
    return before.toSorted(byScore).map(({ settings }) => settings);
  }

  #withResource(settings: Settings, resource: number | null): Settings {
    const { search } = this.#plan;
    return search.kind === 'halving' && resource !== null
      ? { ...settings, [search.resource]: resource }
      : settings;
  }
}

/** The best first; those that failed last, and equal among themselves. */
const byScore = (a: Trial, b: Trial): number =>
  a.failed || b.failed ? Number(Boolean(a.failed)) - Number(Boolean(b.failed)) : scoreOf(b) - scoreOf(a);

/** The finished trial with the best mean, of the highest rung that has one; ties by the earlier trial. */
export function bestOf(trials: readonly Trial[], foldCount: number): Trial | null {
  let best: Trial | null = null;
  for (const trial of trials) {
    if (trial.failed || !isFinished(trial, foldCount)) continue;
    const better =
      !best || trial.rung > best.rung || (trial.rung === best.rung && scoreOf(trial) > scoreOf(best));
    if (better) best = trial;
  }
  return best;
}

/** Draws are distinct; in a space with fewer points than trials they end when no new one turns up. */
function candidatesOf({ space, search, seed }: StudyPlan): readonly Settings[] {
  if (search.kind === 'grid') return gridOf(space);
  const rng = createRng(seed).fork('tuning/draws');
  const found = new Map<string, Settings>();
  for (let draw = 0; draw < 100 * search.trials && found.size < search.trials; draw++) {
    const settings = drawFrom(space, rng.fork(String(draw)));
    const key = JSON.stringify(settings);
    if (!found.has(key)) found.set(key, settings);
  }
  return [...found.values()];
}

/** The last rung has `max`, each one before it 1/eta of that, rounded, as long as it is `min` or more. */
function rungsOf(search: Search, candidates: number): readonly Rung[] {
  if (search.kind !== 'halving') return [{ trials: candidates, resource: null }];
  const { min, max, eta } = search;
  let last = 0;
  while (max / eta ** (last + 1) >= min) last += 1;
  return Array.from({ length: last + 1 }, (_, rung) => ({
    trials: Math.max(1, Math.floor(candidates / eta ** rung)),
    resource: Math.round(max / eta ** (last - rung)),
  }));
}
