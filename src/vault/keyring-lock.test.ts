import { openDB } from 'idb';
import { beforeAll, describe, expect, test } from 'vitest';
import { DEMO_CATALOGUE, itemId } from '../domain/ids.ts';
import type { NewPasskey, Opener } from '../domain/lock.ts';
import type { Keyring, PassphraseWrap } from './keyring.ts';
import type { KeyringLock } from './keyring-lock.ts';
import { withFailingWrite } from './testing/failing-writes.ts';
import type { Failure } from './testing/failing-writes.ts';
import { rawRecords } from './testing/raw-records.ts';
import { testLock } from './testing/test-lock.ts';
import { newDatabaseName, openTestVault } from './testing/test-vault.ts';

const FIRST = 'first light, no milk';
const SECOND = 'second helping of soup';
const by = (passphrase: string): Opener => ({ kind: 'passphrase', passphrase });
const WRONG = { code: 'vault/wrong-passphrase' };
const LIKE = { catalogue: DEMO_CATALOGUE, item: itemId('demo-2'), kind: 'like', at: 7 } as const;

const bytes = (length: number, fill: number): Uint8Array<ArrayBuffer> => new Uint8Array(length).fill(fill);
const passkey = (n: number): NewPasskey => ({
  credential: bytes(20, n),
  prfInput: bytes(32, n),
  secret: bytes(32, n + 1),
});
const byPasskey = ({ credential, secret }: NewPasskey): Opener => ({ kind: 'passkey', credential, secret });

/** A vault with one event in it, closed, and its lock. */
async function furnished(): Promise<{ name: string; lock: KeyringLock }> {
  const name = newDatabaseName();
  const vault = await openTestVault(name);
  await vault.record([LIKE]);
  vault.close();
  return { name, lock: testLock(name) };
}

async function lockedBy(passphrase: string): Promise<{ name: string; lock: KeyringLock }> {
  const made = await furnished();
  await made.lock.setPassphrase(passphrase);
  return made;
}

/** What is read with what the lock gives out; without an opener by the device alone. */
async function eventsOf(name: string, opener?: Opener, now = 0): Promise<readonly unknown[]> {
  const dataKey = opener ? await testLock(name).unlock(opener, now) : null;
  const vault = await openTestVault(name, { dataKey: () => dataKey });
  const events = await vault.events(DEMO_CATALOGUE);
  vault.close();
  return events;
}

const READ = [expect.objectContaining({ ...LIKE, id: 1 })];

async function storedKeyring(name: string): Promise<Keyring> {
  const found = (await rawRecords(name)).find(({ store }) => store === 'keys');
  return found!.value as Keyring;
}

async function overwriteKeyring(name: string, change: (keyring: Keyring) => unknown): Promise<void> {
  const db = await openDB(name);
  await db.put('keys', change((await db.get('keys', 'keyring')) as Keyring), 'keyring');
  db.close();
}

/** Everything but the keyring, byte by byte. */
const recordsOf = async (name: string) => (await rawRecords(name)).filter(({ store }) => store !== 'keys');

let records: unknown;
beforeAll(async () => {
  records = (await recordsOf((await furnished()).name)).length;
});

describe('a passphrase', () => {
  test('once it is set, nothing opens the vault but it', async () => {
    const { name, lock } = await furnished();
    expect(await lock.facts()).toEqual({ passphrase: false, passkeys: [], wrongTries: 0, nextTryAt: 0 });
    expect(await lock.setPassphrase(FIRST)).toMatchObject({ passphrase: true, passkeys: [] });
    await expect(openTestVault(name)).rejects.toMatchObject({
      code: 'vault/locked',
      detail: { wraps: ['passphrase'], nextTryAt: 0 },
    });
    await expect(lock.unlock(by(SECOND), 0)).rejects.toMatchObject(WRONG);
    expect(await eventsOf(name, by(FIRST))).toEqual(READ);
    expect((await lock.unlock(by(FIRST), 0)).extractable).toBe(false);
  });

  test('stores its cost and its salt beside the wrapped key, and nothing of itself', async () => {
    const { name } = await lockedBy(FIRST);
    const [wrap] = (await storedKeyring(name)).wraps as readonly [PassphraseWrap];
    expect(wrap).toEqual({
      kind: 'passphrase',
      kdf: 'argon2id',
      cost: { memoryKiB: 8, passes: 1, lanes: 1 },
      salt: expect.any(Uint8Array),
      algorithm: 'AES-KW',
      wrapped: expect.any(Uint8Array),
    });
    expect([wrap.salt.length, wrap.wrapped.length]).toEqual([16, 40]);
    const again = (await storedKeyring((await lockedBy(FIRST)).name)).wraps[0] as PassphraseWrap;
    expect(again.salt).not.toEqual(wrap.salt);
  });

  test('is changed, and no byte of any record with it', async () => {
    const { name, lock } = await lockedBy(FIRST);
    const before = await recordsOf(name);
    expect(before).toHaveLength(records as number);
    await expect(lock.changePassphrase(by('not this one'), SECOND, 0)).rejects.toMatchObject(WRONG);
    expect(await eventsOf(name, by(FIRST))).toEqual(READ);
    expect(await lock.changePassphrase(by(FIRST), SECOND, 0)).toMatchObject({ passphrase: true });
    expect(await recordsOf(name)).toEqual(before);
    await expect(lock.unlock(by(FIRST), 0)).rejects.toMatchObject(WRONG);
    expect(await eventsOf(name, by(SECOND))).toEqual(READ);
  });

  test('is removed: the vault opens by itself again, under a new device key', async () => {
    const { name, lock } = await furnished();
    const [device] = (await storedKeyring(name)).wraps;
    await lock.setPassphrase(FIRST);
    await expect(lock.removePassphrase(by(SECOND), 0)).rejects.toMatchObject(WRONG);
    await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/locked' });
    expect(await lock.removePassphrase(by(FIRST), 0)).toMatchObject({ passphrase: false, wrongTries: 0 });
    expect(await eventsOf(name)).toEqual(READ);
    const { wraps } = await storedKeyring(name);
    expect(wraps.map(({ kind }) => kind)).toEqual(['device']);
    expect(wraps[0]!.wrapped).not.toEqual(device!.wrapped);
  });

  test('is not set over another, and none that is too short', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await expect(lock.setPassphrase(SECOND)).rejects.toMatchObject({ code: 'vault/locked' });
    const short = { code: 'argument/range', detail: { field: 'passphrase', length: 5 } };
    expect(() => lock.setPassphrase('short')).toThrow(expect.objectContaining(short));
    expect(() => lock.changePassphrase(by(FIRST), 'short', 0)).toThrow(expect.objectContaining(short));
    expect(await eventsOf(name, by(FIRST))).toEqual(READ);
  });

  test('opens a vault that is empty and new', async () => {
    const name = newDatabaseName();
    await testLock(name).setPassphrase(FIRST);
    expect(await eventsOf(name, by(FIRST))).toEqual([]);
  });
});

describe('wrong passphrases', () => {
  test('wait longer from the fourth on, also after a reload; the right one ends the count', async () => {
    const { name, lock } = await lockedBy(FIRST);
    const waits = [];
    for (const at of [10, 20, 30, 40]) {
      const error: unknown = await lock.unlock(by(SECOND), at).catch((reason: unknown) => reason);
      expect(error).toMatchObject(WRONG);
      waits.push((error as { detail: unknown }).detail);
    }
    expect(waits).toEqual([
      { opener: 'passphrase', wrongTries: 1, nextTryAt: 0 },
      { opener: 'passphrase', wrongTries: 2, nextTryAt: 0 },
      { opener: 'passphrase', wrongTries: 3, nextTryAt: 0 },
      { opener: 'passphrase', wrongTries: 4, nextTryAt: 5_040 },
    ]);
    const reloaded = testLock(name);
    expect(await reloaded.facts()).toMatchObject({ wrongTries: 4, nextTryAt: 5_040 });
    await expect(openTestVault(name)).rejects.toMatchObject({ detail: { nextTryAt: 5_040 } });
    // Too soon, the right one is not heard either, and costs no further time.
    await expect(reloaded.unlock(by(FIRST), 5_039)).rejects.toMatchObject({
      code: 'vault/too-soon',
      detail: { nextTryAt: 5_040 },
    });
    expect(await eventsOf(name, by(FIRST), 5_040)).toEqual(READ);
    expect(await reloaded.facts()).toMatchObject({ wrongTries: 0, nextTryAt: 0 });
    expect(await storedKeyring(name)).not.toHaveProperty('wrongTries');
  });

  test('are kept as a count and a time, and nothing of what was typed', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await expect(lock.unlock(by('a secret of another site'), 12_345)).rejects.toMatchObject(WRONG);
    expect((await storedKeyring(name)).wrongTries).toEqual({ count: 1, at: 12_345 });
  });

  test('count also where one is changed or removed', async () => {
    const { lock } = await lockedBy(FIRST);
    await expect(lock.changePassphrase(by(SECOND), SECOND, 1)).rejects.toMatchObject(WRONG);
    await expect(lock.removePassphrase(by(SECOND), 1)).rejects.toMatchObject(WRONG);
    await expect(lock.addPasskey(by(SECOND), passkey(1), 1)).rejects.toMatchObject(WRONG);
    expect(await lock.facts()).toMatchObject({ wrongTries: 3 });
  });

  test('count before they are looked at: whoever kills the page in between has spent the try', async () => {
    const { name } = await lockedBy(FIRST);
    const killed = testLock(name, () => Promise.reject(new Error('killed')));
    await expect(killed.unlock(by(FIRST), 9)).rejects.toThrow('killed');
    expect((await storedKeyring(name)).wrongTries).toEqual({ count: 1, at: 9 });
    expect(await eventsOf(name, by(FIRST), 10)).toEqual(READ);
  });

  test('of two tabs count together', async () => {
    const { name, lock } = await lockedBy(FIRST);
    const other = testLock(name);
    await Promise.allSettled(
      [1, 2, 3].flatMap(() => [lock.unlock(by(SECOND), 1), other.unlock(by(SECOND), 1)]),
    );
    // The fourth began the wait, which the fifth and sixth ran into.
    expect(await other.facts()).toMatchObject({ wrongTries: 4, nextTryAt: 5_001 });
  });
});

describe('a passkey', () => {
  test('opens beside the passphrase, and goes through a change of it', async () => {
    const { name, lock } = await lockedBy(FIRST);
    const facts = await lock.addPasskey(by(FIRST), passkey(1), 99);
    expect(facts.passkeys).toEqual([{ credential: bytes(20, 1), prfInput: bytes(32, 1), addedAt: 99 }]);
    expect(await eventsOf(name, byPasskey(passkey(1)))).toEqual(READ);
    await lock.changePassphrase(byPasskey(passkey(1)), SECOND, 100);
    expect(await eventsOf(name, byPasskey(passkey(1)))).toEqual(READ);
    expect(await eventsOf(name, by(SECOND))).toEqual(READ);
    await expect(openTestVault(name)).rejects.toMatchObject({ detail: { wraps: ['passphrase', 'passkey'] } });
  });

  test('keeps its secret to itself: the stored bytes hold none of it', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 99);
    const { wraps } = await storedKeyring(name);
    const stored = wraps
      .flatMap((wrap) => Object.values(wrap))
      .filter((value) => value instanceof Uint8Array);
    expect(stored.length).toBe(6);
    for (const value of stored) expect(value).not.toEqual(passkey(1).secret);
  });

  test('with another secret, or one that was revoked, opens nothing; the others do', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 1);
    await lock.addPasskey(by(FIRST), passkey(5), 2);
    const forged = byPasskey({ ...passkey(1), secret: bytes(32, 9) });
    await expect(lock.unlock(forged, 0)).rejects.toMatchObject({ ...WRONG, detail: { opener: 'passkey' } });
    expect(await lock.facts()).toMatchObject({ wrongTries: 0 });
    expect((await lock.removePasskey(bytes(20, 1))).passkeys.map(({ addedAt }) => addedAt)).toEqual([2]);
    await expect(lock.unlock(byPasskey(passkey(1)), 0)).rejects.toMatchObject(WRONG);
    expect(await eventsOf(name, byPasskey(passkey(5)))).toEqual(READ);
    expect(await eventsOf(name, by(FIRST))).toEqual(READ);
  });

  test('takes its own place when it is added once more', async () => {
    const { lock } = await lockedBy(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 1);
    expect((await lock.addPasskey(by(FIRST), passkey(1), 2)).passkeys).toHaveLength(1);
  });

  test('needs a passphrase beside it, and goes with it', async () => {
    const { lock } = await furnished();
    await expect(lock.addPasskey(by(FIRST), passkey(1), 1)).rejects.toMatchObject({ code: 'argument/range' });
    await lock.setPassphrase(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 1);
    expect(await lock.removePassphrase(byPasskey(passkey(1)), 2)).toEqual({
      passphrase: false,
      passkeys: [],
      wrongTries: 0,
      nextTryAt: 0,
    });
  });

  test('opens also while a passphrase has to wait, and then the wait is over', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 1);
    await overwriteKeyring(name, (keyring) => ({ ...keyring, wrongTries: { count: 12, at: 1_000 } }));
    await expect(lock.unlock(by(FIRST), 1_001)).rejects.toMatchObject({ code: 'vault/too-soon' });
    expect(await eventsOf(name, byPasskey(passkey(1)), 1_001)).toEqual(READ);
    expect(await lock.facts()).toMatchObject({ wrongTries: 0, nextTryAt: 0 });
  });
});

describe('two tabs', () => {
  test('a tab that is open when a passphrase is set goes on, and its events are there after the next unlocking', async () => {
    const { name, lock } = await furnished();
    const open = await openTestVault(name);
    await lock.setPassphrase(FIRST);
    await open.record([{ ...LIKE, at: 8 }]);
    open.close();
    expect(await eventsOf(name, by(FIRST))).toHaveLength(2);
  });

  test('of two passphrases that are set at once one wins, and it opens', async () => {
    const { name, lock } = await furnished();
    const set = [lock.setPassphrase(FIRST), testLock(name).setPassphrase(SECOND)];
    const outcomes = (await Promise.allSettled(set)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    const winner = outcomes[0] === 'fulfilled' ? FIRST : SECOND;
    expect(await eventsOf(name, by(winner))).toEqual(READ);
    expect((await storedKeyring(name)).wraps).toHaveLength(1);
  });

  test('a passkey that one adds while the other changes the passphrase is there with the new one', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await lock.addPasskey(by(FIRST), passkey(1), 1);
    await Promise.all([
      lock.changePassphrase(byPasskey(passkey(1)), SECOND, 2),
      testLock(name).addPasskey(byPasskey(passkey(1)), passkey(5), 2),
    ]);
    expect(await eventsOf(name, by(SECOND))).toEqual(READ);
    expect(await eventsOf(name, byPasskey(passkey(5)))).toEqual(READ);
    await expect(lock.unlock(by(FIRST), 3)).rejects.toMatchObject(WRONG);
  });

  test('one that asks for a passphrase that the other has removed is let in', async () => {
    const { lock } = await lockedBy(FIRST);
    await lock.removePassphrase(by(FIRST), 0);
    expect((await lock.unlock(by('whatever'), 0)).extractable).toBe(false);
  });
});

describe('a change that is cut short', () => {
  const CHANGES: Readonly<Record<string, (lock: KeyringLock) => Promise<unknown>>> = {
    'setting a passphrase': async (lock) => lock.setPassphrase(FIRST),
    'changing it': (lock) => lock.changePassphrase(by(FIRST), SECOND, 0),
    'removing it': (lock) => lock.removePassphrase(by(FIRST), 0),
    'adding a passkey': (lock) => lock.addPasskey(by(FIRST), passkey(5), 0),
    'removing a passkey': (lock) => lock.removePasskey(bytes(20, 1)),
  };

  test.each(
    Object.keys(CHANGES).flatMap((what) =>
      (['throw', 'quota', 'abort', 'crash'] satisfies Failure[]).map((failure) => [what, failure] as const),
    ),
  )('%s, by %s, leaves the old way in or the new one, and every event', async (what, failure) => {
    const failed = [];
    let last = await cutShort(0, failure, what);
    while (last.hit) {
      failed.push(last);
      last = await cutShort(failed.length, failure, what);
    }
    expect(last.error).toBeNull();
    expect(last.after).not.toEqual(last.before);
    expect(failed.length).toBeGreaterThanOrEqual(1);
    for (const { error, before, after, events } of failed) {
      expect(error).toBeInstanceOf(Error);
      expect(after).toEqual(before);
      expect(events).toEqual(READ);
    }
  });

  /** One try on a fresh vault: the wraps before and after the n-th write failed, and what the old way in reads then. */
  async function cutShort(n: number, failure: Failure, what: string) {
    const { name, lock } = await furnished();
    const isNew = what === 'setting a passphrase';
    if (!isNew) {
      await lock.setPassphrase(FIRST);
      await lock.addPasskey(by(FIRST), passkey(1), 0);
    }
    const { wraps: before } = await storedKeyring(name);
    const { writes, error } = await withFailingWrite(n, failure, () => CHANGES[what]!(lock));
    const { wraps: after } = await storedKeyring(name);
    const hit = writes > n;
    const events = hit ? await eventsOf(name, isNew ? undefined : by(FIRST)) : [];
    return { hit, error, before, after, events };
  }
});

describe('a keyring that somebody else wrote', () => {
  const altered = async (change: (wrap: PassphraseWrap) => unknown): Promise<KeyringLock> => {
    const { name, lock } = await lockedBy(FIRST);
    await overwriteKeyring(name, ({ version, wraps }) => ({
      version,
      wraps: [change(wraps[0] as PassphraseWrap)],
    }));
    return lock;
  };

  test.each<[string, (wrap: PassphraseWrap) => unknown]>([
    ['asks for 4 GiB', (wrap) => ({ ...wrap, cost: { ...wrap.cost, memoryKiB: 4 * 1024 ** 2 } })],
    ['asks for a million passes', (wrap) => ({ ...wrap, cost: { ...wrap.cost, passes: 1e6 } })],
    ['asks for no number', (wrap) => ({ ...wrap, cost: { ...wrap.cost, lanes: '1' } })],
    ['has no salt', (wrap) => ({ ...wrap, salt: undefined })],
    ['has a salt of a megabyte', (wrap) => ({ ...wrap, salt: new Uint8Array(1024 ** 2) })],
    ['names another function', (wrap) => ({ ...wrap, kdf: 'md5' })],
    ['has a key of another length', (wrap) => ({ ...wrap, wrapped: wrap.wrapped.slice(1) })],
    ['is of no known kind', (wrap) => ({ ...wrap, kind: 'sesame' })],
    ['is nothing', () => null],
    ['is a device wrap without a key', (wrap) => ({ ...wrap, kind: 'device' })],
  ])('%s: is refused at once', async (_what, change) => {
    const lock = await altered(change);
    await expect(lock.unlock(by(FIRST), 0)).rejects.toMatchObject({ code: 'vault/keyring' });
    await expect(lock.facts()).rejects.toMatchObject({ code: 'vault/keyring' });
  });

  test('costs one derivation, however many wraps it names', async () => {
    const { name, lock } = await lockedBy(FIRST);
    await overwriteKeyring(name, ({ version, wraps }) => ({
      version,
      wraps: Array.from({ length: 1000 }, () => ({ ...wraps[0], wrapped: new Uint8Array(40) })),
    }));
    await expect(lock.unlock(by(FIRST), 0)).rejects.toMatchObject(WRONG);
    expect((await storedKeyring(name)).wrongTries).toMatchObject({ count: 1 });
  });

  test('cheaper than ours gives another key, which opens nothing', async () => {
    const { name, lock } = await furnished();
    await lock.setPassphrase(FIRST);
    await overwriteKeyring(name, ({ version, wraps }) => ({
      version,
      wraps: wraps.map((wrap) => ({ ...wrap, cost: { memoryKiB: 9, passes: 1, lanes: 1 } })),
    }));
    await expect(lock.unlock(by(FIRST), 0)).rejects.toMatchObject(WRONG);
  });

  test('that is no keyring is told as such, and not written over', async () => {
    const { name } = await furnished();
    for (const stored of [7, {}, { version: 2, wraps: [] }, { version: 1, wraps: 'none' }]) {
      await overwriteKeyring(name, () => stored);
      await expect(openTestVault(name)).rejects.toMatchObject({ code: 'vault/keyring' });
      expect(await storedKeyring(name)).toEqual(stored);
    }
  });
});
