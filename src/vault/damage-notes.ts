import type { DamageCause } from '../domain/damage.ts';

/** Something that is not as it was left. `key`: of the record in its store. */
export interface Damage {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly cause: DamageCause;
}

/** Damage as it is remembered, sealed, until the visitor discards it. */
export interface DamageNote extends Damage {
  /** ms since the epoch. */
  readonly firstSeen: number;
}

/** The same for the same record. */
export function damageId({ store, key }: Omit<Damage, 'cause'>): string {
  return `${store}/${JSON.stringify(key)}`;
}

/** The notes with what was found now; the very same where it was all noted. */
export function withFound(
  notes: readonly DamageNote[],
  found: readonly Damage[],
  now: number,
): readonly DamageNote[] {
  const byId = new Map(notes.map((note) => [damageId(note), note]));
  let news = false;
  // Keys of kinds that no record of ours has may share an id.
  const foundById = new Map(found.map((damage) => [damageId(damage), damage]));
  for (const [id, { store, key, cause }] of foundById) {
    const noted = byId.get(id);
    if (noted?.cause === cause) continue;
    byId.set(id, { store, key, cause, firstSeen: noted?.firstSeen ?? now });
    news = true;
  }
  return news ? [...byId.values()] : notes;
}
