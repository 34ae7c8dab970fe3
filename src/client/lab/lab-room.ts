import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { CatalogueId } from '../../domain/ids.ts';
import type { EngineApi } from '../../protocol/engine-api.ts';
import type { LabApi } from '../../protocol/lab-api.ts';
import { asError, isCode } from '../errors.ts';
import type { Visit } from '../visit.ts';
import type { WorkerLink } from '../worker-link.ts';
import { initialLabState } from './lab-state.ts';
import type { LabState } from './lab-state.ts';

/** What the desks of the lab share: its state, the visit that it is part of, and what becomes of a failure. */
export class LabRoom {
  readonly store: StoreApi<LabState> = createStore<LabState>(() => initialLabState);
  readonly visit: Visit;

  constructor(visit: Visit) {
    this.visit = visit;
  }

  get state(): LabState {
    return this.store.getState();
  }

  get engine(): WorkerLink<EngineApi & LabApi> {
    return this.visit.workers.engine;
  }

  set(patch: Partial<LabState>): void {
    this.store.setState(patch);
  }

  /** As `set`, unless the catalogue that it is about was left meanwhile. */
  setFor(catalogue: CatalogueId, patch: Partial<LabState>): void {
    if (this.visit.isCurrent(catalogue)) this.set(patch);
  }

  /** Runs an action; a failure is shown, not thrown, and a cancel is none. */
  async attempt<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (!isCode(error, 'training/cancelled')) this.set({ problem: asError(error) });
      return otherwise;
    }
  }
}
