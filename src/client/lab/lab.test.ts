import { describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { catalogueId, DEMO_CATALOGUE, itemIndex } from '../../domain/ids.ts';
import type { StudyPlan } from '../../domain/tuning.ts';
import { PROGRESS, STUDY_PROGRESS, studyOf } from '../testing/fake-lab.ts';
import { FakeTab } from '../testing/fake-tab.ts';
import type { Lab, RunSetup } from './lab-state.ts';

const SETUP: RunSetup = {
  model: 'ials',
  config: { dim: 8 },
  protocol: { name: 'leave-one-out', maxUsers: 100 },
  seed: 1,
};
const PLAN = { model: 'ials' } as StudyPlan;

async function opened(tab = new FakeTab()): Promise<{ readonly tab: FakeTab; readonly lab: Lab }> {
  await tab.started();
  const lab = await tab.client.lab();
  await lab.actions.open();
  return { tab, lab };
}

/** A gate that is opened by hand. */
function gate(): { readonly passed: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open };
}

describe('the lab', () => {
  test('is the same one at every call, and reads its catalogue once it is opened', async () => {
    const { tab, lab } = await opened();
    expect(await tab.client.lab()).toBe(lab);
    expect(lab.store.getState()).toMatchObject({
      ready: true,
      facts: { catalogue: DEMO_CATALOGUE },
      promotions: { current: { id: 'm1' } },
    });
    expect(lab.store.getState().models.map(({ name }) => name)).toEqual(['ials', 'popularity']);
  });

  test('shows another catalogue’s runs as soon as that is looked at', async () => {
    const { tab, lab } = await opened();
    await lab.actions.start(SETUP);
    expect(lab.store.getState().runs).toHaveLength(1);
    tab.lab.runs = [];
    tab.vault.catalogues = [
      ...tab.vault.catalogues,
      { ...tab.vault.catalogues[0]!, id: catalogueId('films') },
    ];
    await tab.actions.switchCatalogue(catalogueId('films'));
    await vi.waitUntil(() => lab.store.getState().facts?.catalogue === catalogueId('films'));
    expect(lab.store.getState().runs).toEqual([]);
  });
});

describe('a run', () => {
  test('shows how far it is, then stands on the board', async () => {
    const { tab, lab } = await opened();
    const { passed, open } = gate();
    tab.lab.gate = passed;
    const run = lab.actions.start(SETUP);
    expect(lab.store.getState().running).toMatchObject({ ...SETUP, progress: null, cancelling: false });
    await vi.waitUntil(() => tab.lab.calls.includes('start ials'));
    tab.lab.onProgress(PROGRESS);
    await vi.waitUntil(() => lab.store.getState().running?.progress !== null);
    expect(lab.store.getState().running!.progress).toEqual(PROGRESS);
    open();
    expect(await run).toMatchObject({ model: 'ials', at: tab.now });
    expect(lab.store.getState()).toMatchObject({ running: null, runs: [{ model: 'ials' }], problem: null });
  });

  test('waits for the training of this tab, and a training for it', async () => {
    const { tab, lab } = await opened();
    const training = gate();
    tab.engine.trainGate = training.passed;
    const trained = tab.actions.train();
    const run = lab.actions.start(SETUP);
    await vi.waitUntil(() => tab.engine.calls.filter((call) => call.startsWith('train')).length === 2);
    expect(tab.lab.calls).not.toContain('start ials');
    training.open();
    await trained;
    expect(await run).not.toBeNull();

    const running = gate();
    tab.lab.gate = running.passed;
    const second = lab.actions.start(SETUP);
    await vi.waitUntil(() => tab.lab.calls.filter((call) => call === 'start ials').length === 2);
    const later = tab.actions.train();
    await Promise.resolve();
    expect(tab.engine.calls.filter((call) => call.startsWith('train'))).toHaveLength(2);
    running.open();
    await Promise.all([second, later]);
    expect(tab.engine.calls.filter((call) => call.startsWith('train'))).toHaveLength(3);
  });

  test('waits for the lab of another tab', async () => {
    const tab = new FakeTab();
    const other = gate();
    const { lab } = await opened(tab);
    tab.alone = async (name, work) => {
      expect(name).toBe('homebody-lab');
      await other.passed;
      await work(true);
    };
    const run = lab.actions.start(SETUP);
    await Promise.resolve();
    expect(tab.lab.calls).not.toContain('start ials');
    other.open();
    expect(await run).not.toBeNull();
  });

  test('is cancelled at once while another tab has the lab, and this tab’s trainings do not wait for that tab', async () => {
    const { tab, lab } = await opened();
    // As `navigator.locks` does.
    tab.alone = (_name, _work, signal) =>
      new Promise((resolve) => signal!.addEventListener('abort', () => resolve()));
    const run = lab.actions.start(SETUP);
    await Promise.resolve();
    await lab.actions.cancel();
    expect(await run).toBeNull();
    expect(tab.lab.calls).not.toContain('start ials');
    await tab.actions.train();
    expect(tab.engine.calls.filter((call) => call.startsWith('train'))).not.toHaveLength(0);
  });

  test('is cancelled without a problem, while it waits and while it trains; only one is begun at a time', async () => {
    const { tab, lab } = await opened();
    tab.lab.gate = new Promise(() => {});
    const run = lab.actions.start(SETUP);
    expect(await lab.actions.start(SETUP)).toBeNull();
    await vi.waitUntil(() => tab.lab.calls.includes('start ials'));
    const cancel = lab.actions.cancel();
    expect(lab.store.getState().running?.cancelling).toBe(true);
    await cancel;
    expect(await run).toBeNull();
    expect(lab.store.getState()).toMatchObject({ running: null, runs: [], problem: null });

    const training = gate();
    tab.engine.trainGate = training.passed;
    const trained = tab.actions.train();
    const waiting = lab.actions.start(SETUP);
    await lab.actions.cancel();
    // At once, and not when the training has ended.
    expect(await waiting).toBeNull();
    expect(lab.store.getState().running).toBeNull();
    training.open();
    await trained;
    expect(tab.lab.calls.filter((call) => call === 'start ials')).toHaveLength(1);
  });

  test('that fails is told of in the lab, and the next one is begun all the same', async () => {
    const { tab, lab } = await opened();
    const nothing = Promise.reject(new HomebodyError('training/no-data', 'Nothing to learn from.'));
    nothing.catch(() => {});
    tab.lab.gate = nothing;
    expect(await lab.actions.start(SETUP)).toBeNull();
    expect(lab.store.getState().problem).toMatchObject({ code: 'training/no-data' });
    tab.lab.gate = Promise.resolve();
    const next = lab.actions.start(SETUP);
    // What went wrong before does not stand over it.
    expect(lab.store.getState().problem).toBeNull();
    expect(await next).not.toBeNull();
    expect(lab.store.getState().problem).toBeNull();
  });

  test('goes on while another catalogue is looked at, and ends when its own is removed for good', async () => {
    const tab = new FakeTab();
    const films = catalogueId('films');
    tab.vault.catalogues = [...tab.vault.catalogues, { ...tab.vault.catalogues[0]!, id: films }];
    const { lab } = await opened(tab);
    await tab.actions.switchCatalogue(films);
    await vi.waitUntil(() => lab.store.getState().ready && tab.state.training === null);
    tab.lab.gate = new Promise(() => {});
    const run = lab.actions.start(SETUP);
    await vi.waitUntil(() => tab.lab.calls.includes('start ials'));
    await tab.actions.removeCatalogue(films);
    expect(lab.store.getState().running).toBeNull();
    expect(tab.lab.calls).not.toContain('cancel');
    // Another act ends the way back.
    await tab.actions.record('like', itemIndex(1));
    expect(await run).toBeNull();
    expect(tab.lab.calls).toContain('cancel');
    await vi.waitUntil(() => tab.calls.includes('removeCatalogue films'));
  });

  test('is removed at once and brought back by undo; else purged when the offer is over', async () => {
    const { tab, lab } = await opened();
    const run = (await lab.actions.start(SETUP))!;
    await lab.actions.remove(run.id);
    expect(lab.store.getState().runs).toEqual([]);
    expect(tab.state.undoable?.act).toEqual({ kind: 'run-removed', run: run.id, model: 'ials' });
    await tab.actions.undo();
    expect(lab.store.getState().runs).toEqual([run]);
    await lab.actions.remove(run.id);
    const purges = tab.lab.calls.filter((call) => call.startsWith('purge')).length;
    // Another act ends the offer.
    await tab.actions.record('like', itemIndex(1));
    await vi.waitUntil(() => tab.lab.calls.filter((call) => call.startsWith('purge')).length > purges);
    expect(tab.lab.calls.at(-1)).toBe(`purge ${tab.now}`);
  });
});

describe('a promotion', () => {
  test('lets the feed follow, tells the other tabs, and is rolled back likewise', async () => {
    const { tab, lab } = await opened();
    const run = (await lab.actions.start(SETUP))!;
    await lab.actions.promote(run.id);
    expect(tab.state.model?.id).toBe(run.id);
    expect(tab.state.feed?.model).toBe(run.id);
    expect(tab.told).toContainEqual({ kind: 'model', catalogue: DEMO_CATALOGUE });
    expect(lab.store.getState()).toMatchObject({ busy: false, promotions: { run: run.id } });
    await lab.actions.rollBack();
    expect(tab.state.feed?.model).toBe('m1');
    expect(lab.store.getState().promotions?.current?.id).toBe('m1');
  });

  test('is followed by the lab when a training puts another model in its place', async () => {
    const { tab, lab } = await opened();
    const run = (await lab.actions.start(SETUP))!;
    await lab.actions.promote(run.id);
    expect(lab.store.getState().promotions?.current?.id).toBe(run.id);
    await tab.actions.train();
    await vi.waitUntil(() => lab.store.getState().promotions?.current?.id === 'm1');
  });
});

describe('files and lists', () => {
  test('a run is exported under its model’s name and imported from what a person chose', async () => {
    const { tab, lab } = await opened();
    const run = (await lab.actions.start(SETUP))!;
    const file = await lab.actions.exportRun(run.id);
    expect(file.name).toBe('ials-1.safetensors');
    expect([...new Uint8Array(await file.arrayBuffer())]).toEqual([1, 2, 3]);
    tab.now = 99;
    expect(await lab.actions.importRun(file)).toMatchObject({ id: 'imported', at: 99 });
    expect(lab.store.getState().runs.map(({ id }) => id)).toEqual(['imported', run.id]);
    expect(await lab.actions.importRun(new File([], 'empty.safetensors'))).toBeNull();
    expect(lab.store.getState()).toMatchObject({ busy: false, problem: { code: 'lab/not-a-model' } });
    expect(lab.store.getState().runs).toHaveLength(2);
  });

  test('a visitor’s lists come with their items; a persona stands for what they like', async () => {
    const { tab, lab } = await opened();
    const lists = await lab.actions.lists(['a', 'b'], { kind: 'persona', id: 'hiker' }, 5);
    expect(tab.lab.calls.at(-1)).toBe('lists {"kind":"likes","likes":[3,5]}');
    expect(lists.history).toMatchObject([{ index: 3, item: { title: 'Item 3' } }]);
    expect(lists.lists).toMatchObject([[{ index: 5, score: 0.5, item: { title: 'Item 5' } }], null]);
    const nobody = lab.actions.lists(['a'], { kind: 'persona', id: 'nobody' }, 5);
    await expect(nobody).rejects.toMatchObject({ code: 'argument/range' });
  });
});

describe('the map of items', () => {
  test('is there at once by PCA with the visitor’s own marked, and moves on demand until it settles', async () => {
    const { tab, lab } = await opened();
    await tab.actions.record('like', itemIndex(7));
    await lab.actions.showMap(null);
    const map = lab.store.getState().map!;
    expect(map).toMatchObject({ method: 'pca', moving: false, run: null });
    expect([...map.items]).toEqual([1, 2, 7]);
    expect([...map.own]).toEqual([0, 0, 1]);

    await lab.actions.layOut();
    expect(lab.store.getState().map).toMatchObject({ moving: true });
    const frame = {
      catalogue: DEMO_CATALOGUE,
      run: 1,
      items: map.items,
      department: map.department,
      positions: Float32Array.of(0, 0, 1, 0, 0, 1),
      epoch: 1,
      epochs: 1,
    };
    tab.sendFrame({ ...frame, settled: false });
    expect(lab.store.getState().map).toMatchObject({ method: 'layout', moving: true, own: map.own });
    tab.sendFrame({ ...frame, settled: true });
    expect(lab.store.getState().map).toMatchObject({ method: 'layout', moving: false });
    expect(lab.store.getState().map!.positions).toEqual(frame.positions);
    expect(tab.map).toBeNull();
    lab.actions.hideMap();
    expect(lab.store.getState().map).toBeNull();
  });

  test('keeps its place when the layout cannot be had', async () => {
    const { tab, lab } = await opened();
    await lab.actions.showMap(null);
    tab.mapFailure = new HomebodyError('worker/died', 'No worker.');
    await lab.actions.layOut();
    expect(lab.store.getState()).toMatchObject({
      map: { method: 'pca', moving: false },
      problem: { code: 'worker/died' },
    });
  });
});

describe('a study', () => {
  test('grows in the list while it works, is paused and goes on, and ends', async () => {
    const { tab, lab } = await opened();
    const { passed, open } = gate();
    tab.lab.gate = passed;
    const study = lab.actions.study(PLAN, null);
    await vi.waitUntil(() => tab.lab.calls.includes('study'));
    const half = studyOf(DEMO_CATALOGUE, PLAN, tab.now, null);
    tab.lab.onNews({ study: half, progress: STUDY_PROGRESS });
    await vi.waitUntil(() => lab.store.getState().studies.length === 1);
    expect(lab.store.getState()).toMatchObject({
      studying: { id: half.id, paused: false, progress: { fraction: 0.25 } },
      studies: [{ id: half.id, ended: null }],
    });
    await lab.actions.pauseStudy();
    expect(lab.store.getState().studying?.paused).toBe(true);
    await lab.actions.resumeStudy();
    expect(lab.store.getState().studying?.paused).toBe(false);
    expect(tab.lab.calls.slice(-2)).toEqual(['pause', 'go on']);
    open();
    expect(await study).toMatchObject({ ended: 'complete' });
    expect(lab.store.getState()).toMatchObject({ studying: null, studies: [{ ended: 'complete' }] });
  });

  test('that an earlier visit has left goes on by its id, and can be cancelled again', async () => {
    const tab = new FakeTab();
    const left = studyOf(DEMO_CATALOGUE, PLAN, 3, null);
    tab.lab.studies = [left];
    const { lab } = await opened(tab);
    expect(lab.store.getState().studies).toEqual([left]);
    tab.lab.gate = new Promise(() => {});
    const resumed = lab.actions.resumeStudy(left.id);
    await vi.waitUntil(() => tab.lab.calls.includes(`resume ${left.id}`));
    expect(lab.store.getState().studying).toMatchObject({ id: left.id, plan: PLAN });
    await lab.actions.cancel();
    expect(await resumed).toBeNull();
    expect(lab.store.getState()).toMatchObject({ studying: null, problem: null, studies: [left] });
    tab.lab.gate = Promise.resolve();
    expect(await lab.actions.resumeStudy(left.id)).toMatchObject({ ended: 'complete' });
  });
});
