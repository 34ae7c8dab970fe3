import { openDB } from 'idb';

/** One record as it lies in the database, before any decryption. */
export interface RawRecord {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/** Every record of every store. */
export async function rawRecords(databaseName: string): Promise<RawRecord[]> {
  const db = await openDB(databaseName);
  const records: RawRecord[] = [];
  for (const store of db.objectStoreNames) {
    const [keys, values] = await Promise.all([db.getAllKeys(store), db.getAll(store)]);
    for (const [i, key] of keys.entries()) records.push({ store, key, value: values[i] });
  }
  db.close();
  return records;
}

/** Changes, or with undefined removes, a record behind the vault's back. */
export async function overwriteRaw(
  databaseName: string,
  store: string,
  key: IDBValidKey,
  change: (value: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer> | undefined,
): Promise<void> {
  const db = await openDB(databaseName);
  const changed = change((await db.get(store, key)) as Uint8Array<ArrayBuffer>);
  await (changed === undefined ? db.delete(store, key) : db.put(store, changed, key));
  db.close();
}

/** All bytes of a record that can be seen from outside: its key, its strings, its buffers. */
export function visibleBytes({ store, key, value }: RawRecord): Buffer {
  const parts: Buffer[] = [Buffer.from(`${store} ${JSON.stringify(key)} `)];
  const visit = (part: unknown): void => {
    if (part instanceof Uint8Array) parts.push(Buffer.from(part));
    else if (typeof part === 'string') parts.push(Buffer.from(part));
    else if (typeof part === 'number') parts.push(Buffer.from(`${part} `));
    else if (typeof part === 'object' && part !== null) {
      for (const [name, inner] of Object.entries(part)) {
        parts.push(Buffer.from(name));
        visit(inner);
      }
    }
  };
  visit(value);
  return Buffer.concat(parts);
}
