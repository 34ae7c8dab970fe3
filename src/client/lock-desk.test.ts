import { afterEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import type { Lock } from './lock-state.ts';
import { FakeTab } from './testing/fake-tab.ts';
import { FakeVault } from './testing/fake-vault.ts';

const FIRST = { passphrase: 'first light, no milk' };
const WRONG = { code: 'vault/wrong-passphrase' };
const MINUTE = 60_000;

afterEach(() => vi.useRealTimers());

/** A vault with a passphrase. */
function lockedVault(): FakeVault {
  const vault = new FakeVault();
  vault.passphrase = FIRST.passphrase;
  return vault;
}

/** A tab that is open, and its lock. */
async function openTab(vault = new FakeVault()): Promise<{ tab: FakeTab; lock: Lock }> {
  const tab = new FakeTab(vault);
  await tab.started();
  const lock = await tab.client.lock();
  await lock.actions.look();
  return { tab, lock };
}

describe('a vault with a passphrase', () => {
  test('starts locked: nothing of it is shown or asked for', async () => {
    const tab = new FakeTab(lockedVault());
    await tab.client.start();
    expect(tab.state).toMatchObject({ phase: 'locked', catalogue: null, cards: null, problem: null });
    expect(tab.calls).toEqual([]);
  });

  test('opens by the right passphrase, and shows what it would have shown', async () => {
    const tab = new FakeTab(lockedVault());
    await tab.client.start();
    const lock = await tab.client.lock();
    await lock.actions.look();
    expect(lock.store.getState()).toMatchObject({
      facts: { passphrase: true, wrongTries: 0 },
      passkeysHere: true,
    });
    await expect(lock.actions.unlock({ passphrase: 'another' })).rejects.toMatchObject(WRONG);
    expect(lock.store.getState().facts).toMatchObject({ wrongTries: 1 });
    expect(tab.state.phase).toBe('locked');
    await lock.actions.unlock(FIRST);
    expect(tab.state).toMatchObject({ phase: 'ready', failure: null });
    await vi.waitUntil(() => tab.shown !== undefined);
  });

  test('opens by a passkey, which the browser is asked for', async () => {
    const vault = lockedVault();
    const key = new Uint8Array(32).fill(9);
    vault.passkeys = [{ credential: key, prfInput: key, secret: key, addedAt: 0 }];
    const tab = new FakeTab(vault);
    await tab.client.start();
    const { actions } = await tab.client.lock();
    tab.lockPage.failure = new HomebodyError('passkey/refused', 'Cancelled.');
    await expect(actions.unlock('passkey')).rejects.toMatchObject({ code: 'passkey/refused' });
    tab.lockPage.failure = null;
    await actions.unlock('passkey');
    expect(tab.state.phase).toBe('ready');
  });

  test('asks for it again when the browser has taken the open vault away', async () => {
    const { tab, lock } = await openTab();
    await lock.actions.setPassphrase(FIRST.passphrase);
    tab.hear({ kind: 'log' });
    await vi.waitUntil(() => tab.state.phase === 'locked');
    expect(tab.state.problem).toBeNull();
  });
});

describe('locking', () => {
  test('closes the vault, tells the other tabs, and loads this one anew', async () => {
    const { tab, lock } = await openTab();
    await lock.actions.setPassphrase(FIRST.passphrase);
    await lock.actions.lockNow();
    await lock.actions.lockNow();
    expect(tab.told.filter(({ kind }) => kind === 'locked')).toHaveLength(2);
    expect(tab.vault.calls.filter((call) => call === 'lock')).toHaveLength(1);
    expect(tab.lockPage.reloads).toBe(1);
  });

  test('a tab that hears of it goes as well, and tells nobody', async () => {
    const { tab } = await openTab();
    tab.told.length = 0;
    tab.hear({ kind: 'locked' });
    await vi.waitUntil(() => tab.lockPage.reloads === 1);
    expect(tab.vault.calls).toContain('lock');
    expect(tab.told).toEqual([]);
  });

  test('for want of acts, told late by a tab that slept, leaves alone who is back, and who is locked', async () => {
    const { tab, lock } = await openTab();
    await lock.actions.setPassphrase(FIRST.passphrase);
    tab.now += MINUTE;
    tab.lockPage.onAct();
    tab.hear({ kind: 'locked', lastAct: tab.now - 1 });
    const waiting = new FakeTab(lockedVault());
    await waiting.client.start();
    await waiting.client.lock();
    waiting.hear({ kind: 'locked' });
    tab.hear({ kind: 'locked', lastAct: tab.now });
    await vi.waitUntil(() => tab.lockPage.reloads > 0);
    expect(tab.vault.calls.filter((call) => call === 'lock')).toHaveLength(1);
    expect(waiting.lockPage.reloads).toBe(0);
  });

  test('this one is loaded anew also where the vault does not answer any more', async () => {
    const { tab, lock } = await openTab();
    tab.client.store.setState({ phase: 'ready' });
    for (let death = 0; death < 4; death++) tab.vaultWorkers.at(-1)!.die();
    await expect(lock.actions.lockNow()).rejects.toMatchObject({ code: 'worker/died' });
    expect(tab.lockPage.reloads).toBe(1);
  });

  test('this one is loaded anew after three seconds also where the vault hangs', async () => {
    const { tab, lock } = await openTab();
    Object.assign(tab.vault.api, { lock: () => new Promise(() => {}) });
    vi.useFakeTimers();
    const locked = lock.actions.lockNow();
    await vi.advanceTimersByTimeAsync(2_999);
    expect(tab.lockPage.reloads).toBe(0);
    await vi.advanceTimersByTimeAsync(1);
    await locked;
    expect(tab.lockPage.reloads).toBe(1);
  });

  test('happens by itself after the minutes that were chosen, counted over all tabs', async () => {
    const { tab, lock } = await openTab();
    vi.useFakeTimers();
    await lock.actions.setPassphrase(FIRST.passphrase);
    await lock.actions.lockAfter(5);
    expect(lock.store.getState().lockAfter).toBe(5);
    expect(tab.vault.settings).toEqual({ lockAfter: 5 });
    tab.now += 4 * MINUTE;
    tab.hear({ kind: 'act', at: tab.now });
    await vi.advanceTimersByTimeAsync(7_000);
    tab.now += 4 * MINUTE;
    tab.lockPage.onAct();
    expect(tab.told.at(-1)).toEqual({ kind: 'act', at: tab.now });
    await vi.advanceTimersByTimeAsync(7_000);
    tab.now += 5 * MINUTE - 1;
    await vi.advanceTimersByTimeAsync(7_000);
    expect(tab.told).not.toContainEqual(expect.objectContaining({ kind: 'locked' }));
    tab.now += 1;
    await vi.advanceTimersByTimeAsync(7_000);
    expect(tab.told.at(-1)).toEqual({ kind: 'locked', lastAct: tab.now - 5 * MINUTE });
    await vi.waitUntil(() => tab.lockPage.reloads === 1);
  });

  test('never happens by itself without a passphrase, nor where that was chosen', async () => {
    const { tab, lock } = await openTab();
    vi.useFakeTimers();
    tab.now += 1000 * MINUTE;
    await vi.advanceTimersByTimeAsync(7_000);
    await lock.actions.setPassphrase(FIRST.passphrase);
    await lock.actions.lockAfter(0);
    tab.now += 1000 * MINUTE;
    await vi.advanceTimersByTimeAsync(7_000);
    expect(tab.told).not.toContainEqual(expect.objectContaining({ kind: 'locked' }));
    await lock.actions.lockAfter(1);
    await lock.actions.removePassphrase(FIRST);
    tab.now += 1000 * MINUTE;
    await vi.advanceTimersByTimeAsync(7_000);
    expect(tab.told).not.toContainEqual(expect.objectContaining({ kind: 'locked' }));
  });
});

describe('changes', () => {
  test('each is shown here and told to the other tabs; what a tab hears it looks at', async () => {
    const { tab, lock } = await openTab();
    const other = await openTab(tab.vault);
    tab.told.length = 0;
    await lock.actions.setPassphrase(FIRST.passphrase);
    expect(lock.store.getState()).toMatchObject({ facts: { passphrase: true }, lockAfter: 15 });
    expect(tab.told).toContainEqual({ kind: 'lock' });
    expect(other.lock.store.getState().facts).toMatchObject({ passphrase: false });
    other.tab.hear({ kind: 'lock' });
    await vi.waitFor(() => expect(other.lock.store.getState().facts).toMatchObject({ passphrase: true }));
  });

  test('the next first frame knows whether there is a door', async () => {
    const { tab, lock } = await openTab();
    expect(tab.lockPage.doorLocked).toBe(false);
    await lock.actions.setPassphrase(FIRST.passphrase);
    expect(tab.lockPage.doorLocked).toBe(true);
    await lock.actions.removePassphrase(FIRST);
    expect(tab.lockPage.doorLocked).toBe(false);
  });

  test('a tab that waits for a passphrase opens when another has removed it', async () => {
    const vault = lockedVault();
    const tab = new FakeTab(vault);
    await tab.client.start();
    vault.passphrase = null;
    tab.hear({ kind: 'lock' });
    await vi.waitUntil(() => tab.state.phase === 'ready');
    expect(tab.state.failure).toBeNull();
  });

  test('a passkey is made only once the proof is right, and is forgotten everywhere when it is revoked', async () => {
    const { tab, lock } = await openTab();
    await lock.actions.setPassphrase(FIRST.passphrase);
    const make = vi.spyOn(tab.lockPage, 'createPasskey');
    await expect(lock.actions.addPasskey({ passphrase: 'another' })).rejects.toMatchObject(WRONG);
    expect(make).not.toHaveBeenCalled();
    await lock.actions.addPasskey(FIRST);
    const [passkey] = lock.store.getState().facts!.passkeys;
    expect(passkey).toMatchObject({ addedAt: tab.now });
    await lock.actions.changePassphrase('passkey', 'second helping');
    expect(tab.vault.passphrase).toBe('second helping');
    await lock.actions.removePasskey(passkey!);
    expect(lock.store.getState().facts!.passkeys).toEqual([]);
    expect(tab.lockPage.forgotten).toEqual([passkey!.credential]);
  });
});
