import { createStore } from 'zustand/vanilla';
import type { StoreApi } from 'zustand/vanilla';
import type { Lab, LabActions, LabState } from '../../client/lab/lab-state.ts';
import type { HomebodyState } from '../../client/state.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { fakeItemMap, LAB_RUNS, LAB_STATES, LAB_STUDY, RUN_PROGRESS } from './fake-lab-states.ts';
import { fakeCost, PRIVACY_PROGRESS } from './fake-privacy.ts';
import { shown } from './fake-shop.ts';
import { MODEL } from './fake-states.ts';

export interface FakeLabParts {
  readonly store: StoreApi<HomebodyState>;
  readonly items: readonly Item[];
  readonly calls: string[];
  readonly began: LabState;
}

/** The lab with nothing behind it: what is asked for is there at once; a run and a study stand still in their middle. */
export function fakeLab({ store: shop, items, calls, began }: FakeLabParts): Lab {
  const store = createStore<LabState>(() => began);
  const get = (): LabState => store.getState();
  const set = (patch: Partial<LabState>): void => store.setState(patch);
  const runOf = (id: string) => get().runs.find((run) => run.id === id);

  const actions: LabActions = {
    open: async () => void calls.push('open'),
    async start(setup) {
      calls.push(`start ${JSON.stringify(setup)}`);
      set({ running: { ...setup, progress: RUN_PROGRESS, cancelling: false } });
      return null;
    },
    async cancel() {
      calls.push('cancel');
      set({ running: null, studying: null, privacyWork: null });
    },
    async remove(id) {
      calls.push(`remove ${id}`);
      const model = runOf(id)?.model ?? '';
      set({ runs: get().runs.filter((run) => run.id !== id) });
      shop.setState({
        undoable: { act: { kind: 'run-removed', run: id, model }, until: Date.now() + 10_000 },
      });
    },
    stopComparing: async () => void calls.push('stopComparing'),
    async compare(a, b) {
      calls.push(`compare ${a} ${b}`);
      const [one, other] = [runOf(a), runOf(b)];
      if (one?.splitFingerprint !== other?.splitFingerprint) {
        throw new HomebodyError('lab/not-comparable', 'They differ.', { detail: { differs: 'split' } });
      }
      const difference = (one?.metrics.ndcgAt10 ?? 0) - (other?.metrics.ndcgAt10 ?? 0);
      const interval = { low: difference - 0.004, high: difference + 0.004 };
      const p = Math.abs(difference) > 0.004 ? 0.0004 : 0.21;
      const found = { users: 5000, difference, p, interval };
      return {
        a,
        b,
        users: 5000,
        metrics: {
          ndcgAt10: found,
          hitRateAt10: {
            ...found,
            difference: difference * 2,
            interval: { low: difference * 2 - 0.009, high: difference * 2 + 0.009 },
          },
          recallAt20: { ...found, p: 0.034 },
        },
      };
    },
    async lists(runs, visitor, k) {
      calls.push(`lists ${runs.join(' ')} ${JSON.stringify(visitor)} ${k}`);
      const list = (step: number) =>
        Array.from({ length: k }, (_, i) => ({
          ...shown(items, (7 + i * step) % items.length),
          score: 1 - i / k,
        }));
      return {
        history: visitor.kind === 'visitor' ? shop.getState().history.toReversed() : [shown(items, 2)],
        lists: [list(1), list(2)],
      };
    },
    async promote(id) {
      calls.push(`promote ${id}`);
      const run = runOf(id);
      const before = get().promotions?.current ?? null;
      if (!run) return;
      const current = { ...MODEL, id: `model-${id}`, name: run.model, trainedAt: run.at };
      set({ promotions: { current, run: id, back: { model: before }, history: [] } });
    },
    async rollBack() {
      calls.push('rollBack');
      const back = get().promotions?.back?.model ?? null;
      set({ promotions: { current: back, run: null, back: null, history: [] } });
    },
    async showMap(run) {
      calls.push(`showMap ${run}`);
      const own = shop.getState().history.map(({ index }) => index as number);
      set({ map: { ...fakeItemMap(own), run } });
    },
    async layOut() {
      calls.push('layOut');
      const { map } = get();
      if (!map) return;
      set({ map: { ...map, positions: fakeItemMap([], true).positions, method: 'layout' } });
    },
    stopLayOut: () => void calls.push('stopLayOut'),
    hideMap: () => set({ map: null }),
    async exportRun(id) {
      calls.push(`exportRun ${id}`);
      return new File(['{}'], `${id}.safetensors`);
    },
    async importRun(file) {
      calls.push(`importRun ${file.name}`);
      const run = { ...LAB_RUNS.at(-1)!, id: `file-${file.name}` };
      set({ runs: [run, ...get().runs] });
      return run;
    },
    async study(plan, budgetMs) {
      calls.push(`study ${JSON.stringify(plan)} ${budgetMs}`);
      const progress = {
        trial: 6,
        trials: 9,
        fold: 2,
        folds: 3,
        fraction: 0.6,
        elapsedMs: 41_200,
        remainingMs: 28_000,
        best: 0.0672,
      };
      const study = { ...LAB_STUDY, id: 'study-new', plan, at: Date.now() };
      set({
        studies: [study, ...get().studies],
        studying: { id: study.id, plan, progress, paused: false, cancelling: false },
      });
      return null;
    },
    async pauseStudy() {
      calls.push('pauseStudy');
      const { studying } = get();
      if (studying) set({ studying: { ...studying, paused: true } });
    },
    async resumeStudy(id) {
      calls.push(`resumeStudy ${id ?? ''}`);
      const { studying } = get();
      if (studying) set({ studying: { ...studying, paused: false } });
      return null;
    },
    async removeStudy(id) {
      calls.push(`removeStudy ${id}`);
      set({ studies: get().studies.filter((study) => study.id !== id) });
    },
    countReleases: async () => set({ releases: get().releases ?? { releases: [], together: null } }),
    async attack(request) {
      calls.push(`attack ${JSON.stringify(request)}`);
      set({ privacyWork: { kind: 'attack', progress: PRIVACY_PROGRESS, cancelling: false } });
      return null;
    },
    async privacyCost(request) {
      calls.push(`privacyCost ${JSON.stringify(request)}`);
      const cost = fakeCost({ ...request, catalogue: DEMO_CATALOGUE }, runOf(request.run)!);
      set({ cost });
      return cost;
    },
    async exportPrivately(request) {
      calls.push(`exportPrivately ${JSON.stringify(request)}`);
      const before = get().releases?.releases ?? [];
      const { cost } = get();
      if (!cost) return null;
      const claim = { ...cost.claim, noise: 'cryptographic' } as const;
      const model = request.what === 'counts' ? null : cost.model;
      const released = { id: `release-${before.length}`, at: Date.now(), what: request.what, model, claim };
      const releases = [released, ...before];
      const together = {
        epsilon: releases.reduce((sum, one) => sum + one.claim.epsilon, 0),
        delta: claim.delta * releases.length,
        by: 'sum',
      } as const;
      set({ released, releases: { releases, together } });
      return new File(['{}'], `private-${request.what}`);
    },
    dismissProblem: () => set({ problem: null }),
  };
  return { store, actions };
}

/** The lab of a state of the shop. */
export function labStateOf(state: string): LabState {
  if (state === 'starting' || state === 'loading') return LAB_STATES.loading;
  if (state === 'error') {
    return { ...LAB_STATES.empty, problem: new HomebodyError('home/lost', 'The device is lost.') };
  }
  if (state === 'training') {
    const running = {
      model: 'ials',
      config: {},
      protocol: { name: 'leave-one-out', maxUsers: 5000 },
      seed: 1,
      progress: RUN_PROGRESS,
      cancelling: false,
    } as const;
    return { ...LAB_STATES.full, running };
  }
  return state === 'empty' || state === 'first-minute' || state === 'films'
    ? LAB_STATES.empty
    : LAB_STATES.full;
}
