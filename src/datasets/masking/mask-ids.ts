import type { ImportMeter } from '../files/import-meter.ts';
import type { RawLog } from '../formats/raw-log.ts';
import { findIdentifiers, normalised } from './find-identifiers.ts';
import type { ShapedKind } from './find-identifiers.ts';
import type { Masking } from './masking.ts';
import { pseudonymsOf } from './pseudonyms.ts';

/**
 * Pseudonyms for all users: a number names a person as well as a name does, to everybody who holds the list that
 * it is from (the people of MovieLens were found again by theirs). By row.
 */
export async function maskUsers(
  { users }: Pick<RawLog, 'users'>,
  masking: Masking,
  key: CryptoKey,
  meter: ImportMeter,
): Promise<readonly string[]> {
  const pseudonyms = await pseudonymsOf(key, 'user', await users.texts(meter), (bytes) => meter.work(bytes));
  masking.add(masking.users, masking.users.kind, 'replaced', pseudonyms.length);
  return pseudonyms;
}

/**
 * Pseudonyms for those items whose ids hold an identifier of a person, by id. The others keep their ids: a thing's
 * number names nobody, and the visitor's likes are kept by it.
 */
export async function maskItems(
  { items }: Pick<RawLog, 'items'>,
  masking: Masking,
  key: CryptoKey,
  meter: ImportMeter,
): Promise<ReadonlyMap<string, string>> {
  const kinds = new Map<string, ShapedKind>();
  for (const id of await items.texts(meter)) {
    const [found] = findIdentifiers(normalised(id));
    if (found) kinds.set(id, found.kind);
  }
  const pseudonyms = await pseudonymsOf(key, 'item', [...kinds.keys()], (bytes) => meter.work(bytes));
  for (const kind of kinds.values()) masking.add(masking.items, kind, 'replaced', 1);
  return new Map([...kinds.keys()].map((id, k) => [id, pseudonyms[k]!]));
}
