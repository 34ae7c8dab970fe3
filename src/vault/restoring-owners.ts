import type { Ledger } from './ledger.ts';

/** Owners whose chunks a restoring has written, or writes: no sweep takes them before it has come to its end. */
export function restoringOwners(ledger: Ledger): ReadonlySet<string> {
  const restores = ledger.entries('restores').map(([, { value }]) => value as RestoringOwners);
  return new Set(restores.flatMap(({ owners }) => Object.keys(owners)));
}

export interface RestoringOwners {
  readonly owners: Readonly<Record<string, unknown>>;
}
