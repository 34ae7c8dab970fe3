import { createContext, use } from 'react';
import type { Context } from 'react';
import { useStore } from 'zustand';
import type { Lab, LabActions, LabState } from '../../client/lab/lab-state.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { LabWords } from '../words/lab-in-english.ts';
import type { SetupForm } from './train/setup-form.ts';

/** What the rooms of the lab share besides its state; of what was entered (`entered.ts`). */
export interface Bench {
  /** What the next run is to be made of. */
  readonly setup: SetupForm;
  readonly changeSetup: (patch: Partial<SetupForm>) => void;
  /** Ids of the runs that are compared, at most two. */
  readonly picked: readonly string[];
  readonly pick: (runs: readonly string[]) => void;
  /** Id of the run whose details are open; null: none. */
  readonly opened: string | null;
  readonly open: (run: string | null) => void;
  /** Puts a model and its settings into the form of the next run, and goes there. */
  readonly takeSettings: (model: string, config: ModelConfig) => void;
}

export const LabContext: Context<Lab | null> = createContext<Lab | null>(null);
export const LabWordsContext: Context<LabWords | null> = createContext<LabWords | null>(null);
export const BenchContext: Context<Bench | null> = createContext<Bench | null>(null);

/** The lab itself, for what reads its state without being drawn from it. */
export function useLabHandle(): Lab {
  return given(use(LabContext));
}

/** A part of the lab's state; the component is drawn again only when that part is another. */
export function useLab<Part>(select: (state: LabState) => Part): Part {
  return useStore(useLabHandle().store, select);
}

export function useLabActions(): LabActions {
  return useLabHandle().actions;
}

/** One at a time: whether a run, a study, an attack or a private export is at work or waits here. */
export function useLabBusy(): boolean {
  return useLab(({ running, studying, privacyWork }) => (running ?? studying ?? privacyWork) !== null);
}

/** The lab's words in the language that the person reads. */
export function useLabWords(): LabWords {
  return given(use(LabWordsContext));
}

export function useBench(): Bench {
  return given(use(BenchContext));
}

function given<Value>(value: Value | null): Value {
  if (value === null) throw new Error('a part of the lab outside of <LabView>');
  return value;
}
