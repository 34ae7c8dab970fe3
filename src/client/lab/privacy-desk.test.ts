import { describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { DEMO_CATALOGUE } from '../../domain/ids.ts';
import type { PrivacyProgress } from '../../domain/lab-privacy.ts';
import { deferred } from '../../domain/deferred.ts';
import { FakeTab } from '../testing/fake-tab.ts';
import type { Lab } from './lab-state.ts';

const PROGRESS: PrivacyProgress = {
  stage: 'plain',
  number: 1,
  of: 9,
  fraction: 0.1,
  elapsedMs: 10,
  remainingMs: 90,
};
const ATTACK = { run: 'r1', epsilon: 1, shadows: 8 };
const EXPORT = { run: 'r1', what: 'model', epsilon: 4, mostItems: null } as const;

async function opened(): Promise<{ readonly tab: FakeTab; readonly lab: Lab }> {
  const tab = new FakeTab();
  await tab.started();
  const lab = await tab.client.lab();
  await lab.actions.open();
  return { tab, lab };
}

describe('an attack', () => {
  test('shows how far it is, then what it found out; a second one meanwhile is not begun', async () => {
    const { tab, lab } = await opened();
    const gate = deferred<void>();
    tab.lab.gate = gate.promise;
    const attack = lab.actions.attack(ATTACK);
    expect(lab.store.getState().privacyWork).toEqual({ kind: 'attack', progress: null, cancelling: false });
    await vi.waitUntil(() => tab.lab.calls.includes('attack r1'));
    tab.lab.onPrivacy(PROGRESS);
    await vi.waitUntil(() => lab.store.getState().privacyWork?.progress !== null);
    expect(await lab.actions.privacyCost(EXPORT)).toBeNull();
    expect(tab.lab.calls).not.toContain('cost r1');
    gate.resolve();
    expect(await attack).toMatchObject({ ...ATTACK, catalogue: DEMO_CATALOGUE });
    expect(lab.store.getState()).toMatchObject({ privacyWork: null, attack: ATTACK, problem: null });
  });

  test('that is cancelled ends without a problem, also while it waits for a training', async () => {
    const { tab, lab } = await opened();
    tab.lab.gate = deferred<void>().promise;
    const attack = lab.actions.attack(ATTACK);
    await vi.waitUntil(() => tab.lab.calls.includes('attack r1'));
    await lab.actions.cancel();
    expect(await attack).toBeNull();
    expect(lab.store.getState()).toMatchObject({ privacyWork: null, attack: null, problem: null });

    const training = deferred<void>();
    tab.engine.trainGate = training.promise;
    const trained = tab.actions.train();
    const waiting = lab.actions.attack({ ...ATTACK, run: 'r2' });
    await lab.actions.cancel();
    expect(await waiting).toBeNull();
    training.resolve();
    await trained;
    expect(tab.lab.calls).not.toContain('attack r2');
  });
});

describe('a private export', () => {
  test('is a file with a name that says what it is, and stands in the tally', async () => {
    const { tab, lab } = await opened();
    await lab.actions.countReleases();
    expect(lab.store.getState().releases?.releases).toEqual([]);
    expect((await lab.actions.privacyCost(EXPORT))?.request).toMatchObject(EXPORT);
    expect(lab.store.getState().cost?.request).toMatchObject(EXPORT);
    const file = await lab.actions.exportPrivately(EXPORT);
    expect(file?.name).toBe('ials-private-epsilon-4.safetensors');
    expect(new Uint8Array(await file!.arrayBuffer())).toEqual(Uint8Array.of(1, 2, 3));
    const release = { id: `release ${tab.now}`, at: tab.now, what: 'model', model: 'ials' };
    expect(lab.store.getState()).toMatchObject({ released: release, releases: { releases: [release] } });
  });

  test('of counts names each thing, with the statement beside the counts', async () => {
    const { lab } = await opened();
    const file = await lab.actions.exportPrivately({ ...EXPORT, what: 'counts', mostItems: 5 });
    expect(file?.name).toBe('counts-private-epsilon-4.json');
    const { privacy, counts } = JSON.parse(await file!.text()) as {
      privacy: Record<string, string>;
      counts: { id: string; title: string; people: number }[];
    };
    expect(privacy).toEqual({ Epsilon: '4' });
    expect(counts.map(({ people }) => people)).toEqual([7, -1]);
    expect(counts.every(({ id, title }) => id !== '' && title !== '')).toBe(true);
  });

  test('that fails is shown, and nothing is saved', async () => {
    const { tab, lab } = await opened();
    const gate = deferred<void>();
    tab.lab.gate = gate.promise;
    const file = lab.actions.exportPrivately(EXPORT);
    await vi.waitUntil(() => tab.lab.calls.includes('export r1'));
    gate.reject(new HomebodyError('model/unsupported', 'No privacy can be promised.'));
    expect(await file).toBeNull();
    expect(lab.store.getState()).toMatchObject({
      released: null,
      privacyWork: null,
      problem: { code: 'model/unsupported' },
    });
  });
});
