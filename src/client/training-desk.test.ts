import { beforeEach, describe, expect, test, vi } from 'vitest';
import { DEMO_CATALOGUE } from '../domain/ids.ts';
import type { TrainProgress } from '../domain/training.ts';
import { MODEL } from './testing/fake-engine.ts';
import { FakeTab } from './testing/fake-tab.ts';

const progressAt = (epoch: number): TrainProgress => ({
  phase: 'training',
  epoch,
  epochs: 4,
  fraction: epoch / 4,
  elapsedMs: 10,
  remainingMs: 30,
  losses: [0.5],
  home: 'reference',
});
const imported = [new File(['x'], 'ratings.csv')];

const trainings = (tab: FakeTab): readonly string[] =>
  tab.engine.calls.filter((call) => call.startsWith('train'));

/** A gate that stays shut until it is opened. */
function gate(): { readonly shut: Promise<void>; readonly open: () => void } {
  let open = (): void => {};
  const shut = new Promise<void>((resolve) => (open = resolve));
  return { shut, open };
}

describe('when the catalogue is switched', () => {
  let tab: FakeTab;
  const demo = gate();

  beforeEach(async () => {
    tab = new FakeTab();
    await tab.started();
    await tab.actions.importFiles(imported);
    await vi.waitUntil(() => tab.engine.models.size === 2 && tab.state.training === null);
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
  });

  test('a training goes on; its progress is shown with its catalogue only', async () => {
    tab.engine.trainGate = demo.shut;
    const films = tab.state.catalogues[1]!.id;
    void tab.actions.train();
    await expect.poll(() => trainings(tab)).toHaveLength(3);
    tab.engine.onProgress(progressAt(1));
    await expect.poll(() => tab.state.training?.epoch).toBe(1);
    await tab.actions.switchCatalogue(films);
    expect(tab.state.training).toBeNull();
    tab.engine.onProgress(progressAt(2));
    await tab.actions.switchCatalogue(DEMO_CATALOGUE);
    expect(tab.state.training?.epoch).toBe(2);
    expect(tab.engine.calls).not.toContain('cancelTraining');
    demo.open();
    await expect.poll(() => tab.state.training).toBeNull();
    expect(tab.state.model).not.toBeNull();
  });

  test('the next training waits for its turn, and can be called off while it waits', async () => {
    const { shut, open } = gate();
    tab.engine.trainGate = shut;
    const films = tab.state.catalogues[1]!.id;
    void tab.actions.train();
    await tab.actions.switchCatalogue(films);
    const waiting = tab.actions.train();
    expect(tab.state.training?.phase).toBe('preparing');
    await tab.actions.cancelTraining();
    expect(tab.state.training).toBeNull();
    expect(tab.engine.calls).not.toContain('cancelTraining');
    open();
    await waiting;
    expect(trainings(tab)).toEqual(['train demo', 'train films', 'train demo']);
    await tab.actions.train();
    expect(trainings(tab).at(-1)).toBe('train films');
  });
});

test('a training that is cancelled leaves the model that there was', async () => {
  const tab = new FakeTab();
  await tab.started();
  tab.engine.trainGate = gate().shut;
  const training = tab.actions.train();
  await expect.poll(() => trainings(tab)).toHaveLength(2);
  await tab.actions.cancelTraining();
  await training;
  expect(tab.state).toMatchObject({ training: null, cancelling: false, problem: null, model: { id: 'm1' } });
});

describe('two tabs', () => {
  test('that open together train once: the second waits and takes the model over', async () => {
    const first = new FakeTab();
    const second = new FakeTab(first.vault);
    const { shut, open } = gate();
    first.engine.trainGate = shut;
    second.alone = async (name, work) => {
      expect(name).toBe('homebody-train demo');
      await shut;
      await work(true);
    };
    await first.client.start();
    await second.client.start();
    expect(first.state.training).not.toBeNull();
    expect(second.state).toMatchObject({ training: null, model: null, phase: 'ready' });
    // What the first one stores, the second one finds.
    second.engine.models.set(DEMO_CATALOGUE, MODEL);
    open();
    await expect.poll(() => second.state.model?.id).toBe('m1');
    await expect.poll(() => first.told).toEqual([{ kind: 'model', catalogue: DEMO_CATALOGUE }]);
    expect(second.engine.calls).toContain('forgetCatalogue demo');
    expect(trainings(second)).toEqual([]);
    expect(second.state.feed?.model).toBe('m1');
  });

  test('of which the first goes away in the middle: the second trains itself', async () => {
    const tab = new FakeTab();
    tab.alone = (_name, work) => work(true);
    await tab.started();
    expect(trainings(tab)).toEqual(['train demo']);
  });

  test('a newer model of another tab is taken over, but not under a training of one’s own', async () => {
    const tab = new FakeTab();
    await tab.started();
    tab.engine.models.set(DEMO_CATALOGUE, { ...MODEL, id: 'm2' });
    tab.hear({ kind: 'model', catalogue: DEMO_CATALOGUE });
    await expect.poll(() => tab.state.model?.id).toBe('m2');

    tab.engine.trainGate = gate().shut;
    void tab.actions.train();
    await expect.poll(() => trainings(tab)).toHaveLength(2);
    const forgotten = tab.engine.calls.filter((call) => call === 'forgetCatalogue demo').length;
    tab.hear({ kind: 'model', catalogue: DEMO_CATALOGUE });
    await tab.actions.showMore();
    expect(tab.engine.calls.filter((call) => call === 'forgetCatalogue demo')).toHaveLength(forgotten);
  });
});

test('a first visit trains by itself once its shelves are drawn', async () => {
  const tab = new FakeTab();
  const screen = gate();
  tab.drawn = screen.shut;
  await tab.client.start();
  expect(tab.shown).toBeDefined();
  expect(trainings(tab)).toEqual([]);
  screen.open();
  await expect.poll(() => trainings(tab)).toHaveLength(1);
});
