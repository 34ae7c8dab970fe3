import { openDB } from 'idb';
import { expect } from 'vitest';
import type { DamageCause } from '../../domain/damage.ts';
import { DEMO_CATALOGUE, itemId } from '../../domain/ids.ts';
import type { Vault } from '../vault.ts';
import { copyOf, furnish, readable } from './furnished.ts';
import type { Furnished } from './furnished.ts';
import type { RawRecord } from './raw-records.ts';
import { openTestVault } from './test-vault.ts';

export const furnished: Furnished = await furnish();
/** All that a vault tells of it before it is tampered with. */
export const whole: Readonly<Record<string, unknown>> = await readable(
  await openTestVault(await copyOf(furnished)),
  furnished,
);

/** What is written over a record: undefined removes it. */
export interface Change {
  readonly store: string;
  readonly key: IDBValidKey;
  readonly value: unknown;
}
/** Every damage that must be told, by `damageId`. */
export type Told = Readonly<Record<string, DamageCause>>;

/** A furnished database of which some records are changed behind the vault's back. */
export async function tampered(changes: readonly Change[]): Promise<string> {
  const name = await copyOf(furnished);
  await tamper(name, changes);
  return name;
}

export async function tamper(name: string, changes: readonly Change[]): Promise<void> {
  const db = await openDB(name);
  for (const { store, key, value } of changes) {
    await (value === undefined ? db.delete(store, key) : db.put(store, value, key));
  }
  db.close();
}

export async function toldBy(vault: Vault): Promise<Record<string, DamageCause>> {
  const { damaged } = await vault.storage();
  return Object.fromEntries((damaged?.records ?? []).map(({ id, cause }) => [id, cause]));
}

export interface Outcome {
  readonly told: Told;
  /** What cannot be read any more, by `damageId`. */
  readonly lost: readonly string[];
}

/** Opens, reads all and looks at the report; goes on living with it; and opens again, which must tell the same. */
export async function outcomeOf(changes: readonly Change[]): Promise<Outcome> {
  const name = await tampered(changes);
  const outcomes: Outcome[] = [];
  for (const opening of [1, 2]) {
    const vault = await openTestVault(name, { now: () => opening });
    const found = await readable(vault, furnished);
    const { damaged, events } = await vault.storage();
    const told = Object.fromEntries((damaged?.records ?? []).map(({ id, cause }) => [id, cause]));
    const lost = Object.keys(whole).filter((id) => found[id] === 'lost');
    outcomes.push({ told, lost });
    expect(found, 'what is not lost is as it was').toEqual({
      ...whole,
      ...Object.fromEntries(lost.map((id) => [id, 'lost'])),
    });
    for (const { firstSeen } of damaged?.records ?? []) expect(firstSeen).toBe(1);
    const [event] = await vault.record([
      { catalogue: DEMO_CATALOGUE, item: itemId('demo-0'), kind: 'view', at: opening },
    ]);
    expect((await vault.events(DEMO_CATALOGUE))[0]).toMatchObject({ id: event!.id, at: opening });
    expect((await vault.storage()).events).toBe(events + 1);
    vault.close();
  }
  expect(outcomes[1]).toEqual(outcomes[0]);
  return outcomes[0]!;
}

/** What is told is lost, and nothing else; but for head and manifest, of which nothing is. */
export function exactly(told: Told): Outcome {
  return { told, lost: Object.keys(whole).filter((id) => id in told) };
}

export function ofStore(store: string, from: readonly RawRecord[] = furnished.records): readonly RawRecord[] {
  return from.filter((record) => record.store === store);
}

export function bytesOf({ value }: RawRecord): Uint8Array<ArrayBuffer> {
  return value as Uint8Array<ArrayBuffer>;
}

/** One bit of it is another; a negative place counts from the end. */
export function flipped(record: RawRecord, place: number): Change {
  const bytes = bytesOf(record).slice();
  bytes[(place + bytes.length) % bytes.length]! ^= 1;
  return { ...record, value: bytes };
}
