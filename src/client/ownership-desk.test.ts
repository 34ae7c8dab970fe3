import { describe, expect, test, vi } from 'vitest';
import { deferred } from '../domain/deferred.ts';
import { HomebodyError } from '../domain/errors.ts';
import type { ErrorCode } from '../domain/errors.ts';
import { DEMO_CATALOGUE, itemIndex } from '../domain/ids.ts';
import type { RestorePlan } from '../domain/ownership.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Ownership } from './ownership-state.ts';
import { FakeTab } from './testing/fake-tab.ts';

const FILE = new File(['sealed'], 'homebody.hbbackup');
const REPLACE: RestorePlan = { mode: 'replace', prefer: 'backup' };

function failing(code: ErrorCode): Promise<void> {
  const failed = Promise.reject(new HomebodyError(code, code));
  failed.catch(() => {}); // whoever waits for it hears of it
  return failed;
}

async function opened(tab = new FakeTab()): Promise<{ tab: FakeTab; ownership: Ownership }> {
  await tab.started();
  return { tab, ownership: await tab.client.ownership() };
}

test('counts the stores when somebody looks, and again when something was stored', async () => {
  const { tab, ownership } = await opened();
  expect(ownership.store.getState().stores).toBeNull();
  await ownership.actions.look();
  expect(ownership.store.getState().stores).toMatchObject([{ name: 'events', records: 0 }]);
  await tab.actions.record('like', itemIndex(3));
  await vi.waitUntil(() => ownership.store.getState().stores?.[0]?.records === 1);
});

test('gives plain files named by the day, told in the language of the page', async () => {
  const { tab, ownership } = await opened();
  await tab.actions.speak('zh-Hans');
  tab.now = Date.UTC(2026, 10, 30, 23);
  const [csv, json] = [
    await ownership.actions.exportPlain('csv'),
    await ownership.actions.exportPlain('json'),
  ];
  expect([csv!.name, json!.name]).toEqual(['homebody-2026-11-30.csv', 'homebody-2026-11-30.json']);
  expect(csv!.type).toBe('text/csv');
  await ownership.actions.page('events', 0, 50);
  expect(tab.calls).toContain(`export csv ${tab.now} zh-Hans`);
  expect(tab.calls).toContain('page events 0 50 zh-Hans');
});

test('discards what was found damaged, and shows what is left', async () => {
  const { tab, ownership } = await opened();
  tab.vault.damaged = { total: 1, byStore: { events: 1 }, records: [] };
  await tab.actions.record('like', itemIndex(3));
  await vi.waitUntil(() => tab.state.storage?.damaged?.total === 1);
  await ownership.actions.discardDamaged(['events/1']);
  expect(tab.calls).toContain('discardDamaged events/1');
  expect(tab.state.storage).not.toHaveProperty('damaged');
});

describe('a backup', () => {
  test('tells how far it is and how long it takes, and ends in a file', async () => {
    const { tab, ownership } = await opened();
    const gate = deferred<void>();
    tab.ownership.gate = gate.promise;
    const seen: number[] = [];
    ownership.store.subscribe(({ work }) => {
      if (work) seen.push(work.remainingMs);
      tab.now += 300;
    });
    const made = ownership.actions.backUp('a passphrase');
    await vi.waitUntil(() => ownership.store.getState().work?.progress.bytesDone === 25);
    // 25 of 100 bytes in 300 ms: three times as long for the rest.
    expect(seen.at(-1)).toBe(900);
    expect(await ownership.actions.backUp('another')).toBeNull();
    gate.resolve();
    expect((await made)!.name).toMatch(/^homebody-.*\.hbbackup$/);
    expect(ownership.store.getState().work).toBeNull();
  });

  test('that is cancelled is no problem; one that fails is', async () => {
    const { tab, ownership } = await opened();
    const gate = deferred<void>();
    tab.ownership.gate = gate.promise;
    const made = ownership.actions.backUp('a passphrase');
    await vi.waitUntil(() => ownership.store.getState().work?.progress.bytesDone === 25);
    await ownership.actions.cancel();
    expect(ownership.store.getState().work?.cancelling).toBe(true);
    expect(tab.calls).toContain('cancelBackup');
    gate.reject(new HomebodyError('backup/cancelled', 'cancelled'));
    expect(await made).toBeNull();
    expect(ownership.store.getState()).toMatchObject({ work: null, problem: null });

    tab.ownership.gate = failing('vault/quota');
    expect(await ownership.actions.backUp('a passphrase')).toBeNull();
    expect(ownership.store.getState().problem).toMatchObject({ code: 'vault/quota' });
    ownership.actions.dismissProblem();
    expect(ownership.store.getState().problem).toBeNull();
  });
});

describe('a restoring', () => {
  test('shows what is there now: history, slider and models, here and in the other tabs', async () => {
    const { tab, ownership } = await opened();
    await tab.actions.record('like', itemIndex(3));
    await tab.actions.moreLike(itemIndex(4));
    tab.told.length = 0;
    tab.engine.calls.length = 0;
    expect(await ownership.actions.inspect(FILE, 'right')).toMatchObject({ id: 'b1' });
    expect(await ownership.actions.restore(FILE, 'right', REPLACE)).toBe(true);
    expect(tab.state.history.map(({ index }) => index)).toEqual([7]);
    expect(tab.state).toMatchObject({
      adventurousness: 0.9,
      mood: { more: [] },
      undoable: null,
      problem: null,
    });
    expect(tab.engine.calls).toContain(`forgetCatalogue ${DEMO_CATALOGUE}`);
    expect(tab.told).toContainEqual({ kind: 'model', catalogue: DEMO_CATALOGUE });
    expect(tab.told).toContainEqual({ kind: 'log' });
    expect(ownership.store.getState()).toMatchObject({ work: null, restored: { eventsAdded: 1 } });
    ownership.actions.dismissRestored();
    expect(ownership.store.getState().restored).toBeNull();
  });

  test('says that a passphrase is wrong, and changes nothing', async () => {
    const { tab, ownership } = await opened();
    await tab.actions.record('like', itemIndex(3));
    expect(await ownership.actions.inspect(FILE, 'wrong')).toBeNull();
    expect(ownership.store.getState().problem).toMatchObject({ code: 'backup/passphrase' });
    tab.ownership.gate = failing('backup/damaged');
    expect(await ownership.actions.restore(FILE, 'right', REPLACE)).toBe(false);
    expect(tab.state.history.map(({ index }) => index)).toEqual([3]);
    expect(ownership.store.getState()).toMatchObject({ restored: null, problem: { code: 'backup/damaged' } });
  });

  test('that was cut short is listed, and can be discarded', async () => {
    const { tab, ownership } = await opened();
    tab.ownership.pending = [{ id: 'b1', madeAt: 1, begunAt: 2, plan: REPLACE, bytesRead: 10, bytes: 100 }];
    await ownership.actions.look();
    expect(ownership.store.getState().pending).toHaveLength(1);
    await ownership.actions.discard('b1');
    expect(ownership.store.getState().pending).toEqual([]);
  });
});

describe('erasing', () => {
  test('takes the keys first, tells the other tabs, and reports what was found, here and in the vault', async () => {
    const { tab, ownership } = await opened();
    tab.vault.calls.length = 0;
    await ownership.actions.erase();
    expect(tab.vault.calls).toEqual(['eraseKeys', 'eraseRest']);
    expect(tab.told).toContainEqual({ kind: 'erased' });
    const things = [
      { place: 'database', name: 'homebody' },
      { place: 'local-storage', name: 'homebody.theme' },
    ];
    expect(tab.state.erased).toEqual({ where: 'here', report: { found: things, removed: things, left: [] } });
    expect(tab.keptByPage.kept).toEqual([]);
  });

  test('leaves nothing that works, so that nothing is written anew', async () => {
    const { tab, ownership } = await opened();
    await ownership.actions.erase();
    tab.vault.calls.length = 0;
    await tab.actions.record('like', itemIndex(3));
    await tab.actions.train();
    expect(tab.vault.calls).toEqual([]);
    expect(tab.state.problem).toBeNull();
  });

  test('that another tab has carried out ends this one too', async () => {
    const { tab } = await opened();
    tab.hear({ kind: 'erased' });
    expect(tab.state.erased).toEqual({ where: 'other-tab', report: null });
    tab.vault.calls.length = 0;
    tab.hear({ kind: 'log' });
    await tab.actions.record('like', itemIndex(3));
    expect(tab.vault.calls).toEqual([]);
  });

  test('that this tab hears of by its vault alone ends it too', async () => {
    const { tab } = await opened();
    tab.vault.recordGate = failing('vault/erased');
    await tab.actions.record('like', itemIndex(3));
    expect(tab.state).toMatchObject({ erased: { where: 'other-tab' }, problem: null });
  });

  test('that an earlier visit did not finish is finished first thing', async () => {
    const tab = new FakeTab();
    tab.vault.api.open = () => outcomeOf(() => Promise.reject(new HomebodyError('vault/erasing', 'erasing')));
    await tab.client.start();
    // The keys once more: with that the worker has its code, before the copies of it are gone.
    expect(tab.vault.calls).toEqual(['eraseKeys', 'eraseRest']);
    expect(tab.state.erased).toMatchObject({ where: 'earlier', report: { left: [] } });
  });

  test('that cannot be finished says why, and is not taken for done', async () => {
    const tab = new FakeTab();
    tab.ownership.eraseFailure = new HomebodyError('vault/held', 'held');
    const { ownership } = await opened(tab);
    await ownership.actions.erase();
    expect(ownership.store.getState()).toMatchObject({ erasing: false, problem: { code: 'vault/held' } });
    expect(tab.state.erased).toBeNull();

    const next = new FakeTab();
    next.ownership.eraseFailure = tab.ownership.eraseFailure;
    next.vault.api.open = () =>
      outcomeOf(() => Promise.reject(new HomebodyError('vault/erasing', 'erasing')));
    await next.client.start();
    expect(next.state).toMatchObject({ phase: 'failed', failure: { code: 'vault/held' } });
  });
});
