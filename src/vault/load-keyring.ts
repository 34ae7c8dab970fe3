import type { Database } from './database.ts';
import { createDeviceKey, createKeyring } from './keyring.ts';
import type { Keyring } from './keyring.ts';
import { readKeyring } from './read-keyring.ts';

/**
 * The keyring of the database; at the first opening a new one is made and, with it, the head record.
 * @throws 'vault/keyring' · 'vault/erasing'
 */
export async function loadKeyring(db: Database): Promise<Keyring> {
  const stored = await db.read(['keys'], (tx) => tx.objectStore('keys').get('keyring'));
  if (stored !== undefined) return readKeyring(stored);
  const fresh = await createKeyring(await createDeviceKey());
  return db.write(['keys', 'head'], async (tx) => {
    // Two tabs may come here at once: the first to write wins, and both use its key.
    const winner = await tx.objectStore('keys').get('keyring');
    if (winner !== undefined) return readKeyring(winner);
    await Promise.all([
      tx.objectStore('keys').put(fresh, 'keyring'),
      tx.objectStore('head').put({ lastEventId: 0, logVersion: 0, changes: 0 }, 'head'),
    ]);
    return fresh;
  });
}
