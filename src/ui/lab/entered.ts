import { useCallback } from 'react';
import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import { useStore } from 'zustand';
import type { Lab } from '../../client/lab/lab-state.ts';
import type { ReleasedThing } from '../../domain/lab-privacy.ts';
import { EPSILONS } from '../../domain/lab-privacy.ts';
import type { Order } from './board/sort-runs.ts';
import { firstOrder } from './board/sort-runs.ts';
import { useLabHandle } from './lab-context.tsx';
import type { SetupForm } from './train/setup-form.ts';
import { EMPTY_SETUP } from './train/setup-form.ts';
import type { StudyForm } from './tuning/study-form.ts';
import { EMPTY_STUDY } from './tuning/study-form.ts';

/** What was entered and chosen in the rooms of the lab. Ids of runs may be of runs that are gone. */
export interface Entered {
  /** What the next run is to be made of. */
  readonly setup: SetupForm;
  readonly study: StudyForm;
  readonly board: {
    readonly order: Order;
    /** Ids of the runs that are compared, at most two. */
    readonly picked: readonly string[];
    /** Id of the run whose details are open; null: none. */
    readonly opened: string | null;
  };
  /** For whom two runs are looked at; `user`: by `number`, as typed. */
  readonly seen: { readonly whose: string; readonly number: string };
  /** Id of the run that the map is of; '' for the model that serves. */
  readonly map: { readonly of: string };
  /** `run` null: the newest that suits. */
  readonly attack: { readonly run: string | null; readonly epsilon: number; readonly shadows: number };
  readonly release: {
    readonly run: string | null;
    readonly what: ReleasedThing;
    readonly epsilon: number;
    /** As typed. */
    readonly mostItems: string;
  };
}

const NOTHING: Entered = {
  setup: EMPTY_SETUP,
  study: EMPTY_STUDY,
  board: { order: firstOrder('ndcgAt10'), picked: [], opened: null },
  seen: { whose: 'visitor', number: '1' },
  map: { of: '' },
  attack: { run: null, epsilon: EPSILONS[0], shadows: 8 },
  release: { run: null, what: 'model', epsilon: EPSILONS[1], mostItems: '10' },
};

/** A lab is of one visit, and so is what is entered in it. */
const KEPT = new WeakMap<Lab, StoreApi<Entered>>();

function keptOf(lab: Lab): StoreApi<Entered> {
  const known = KEPT.get(lab);
  if (known) return known;
  const made = createStore<Entered>(() => NOTHING);
  KEPT.set(lab, made);
  return made;
}

/** What was entered in one form, and how it is changed. It outlives the form, and the lab's view, while the visit lasts. */
export function useEntered<Form extends keyof Entered>(
  form: Form,
): readonly [entered: Entered[Form], change: (patch: Partial<Entered[Form]>) => void] {
  const kept = keptOf(useLabHandle());
  const change = useCallback(
    (patch: Partial<Entered[Form]>): void =>
      kept.setState((before) => ({ [form]: { ...before[form], ...patch } }) as Partial<Entered>),
    [kept, form],
  );
  return [useStore(kept, (state) => state[form]), change];
}
