/**
 * `unreadable`: it does not decrypt. `moved`: it does not decrypt here, since it was sealed for another place.
 * `rolled-back`: an older record in the place of a newer one. `missing`: it was removed behind the vault's back.
 * `unexpected`: a record, once removed by the vault, is there again.
 */
export type DamageCause = 'unreadable' | 'moved' | 'rolled-back' | 'missing' | 'unexpected';

/** A stored record that was changed behind the vault's back, or by a failing disk. It is passed over. */
export interface DamagedRecord {
  /** What `discardDamaged` takes. */
  readonly id: string;
  /**
   * As the database names it. `head`: the counters; `manifest`: the list of what must be there. These two were made anew
   * from what can be read.
   */
  readonly store: string;
  /**
   * As far as it can be said: the number of an event; the name of the catalogue that a chunk belongs to; the kind of
   * checkpoint (`model`, `training`) or of lab record (`run`, `study`, `promotion`) that it belongs to.
   */
  readonly name: string | null;
  readonly cause: DamageCause;
  /** ms since the epoch. */
  readonly firstSeen: number;
  /** What discarding removes from the storage besides this report. */
  readonly discards: 'nothing' | 'record' | 'catalogue' | 'checkpoint' | 'lab';
  /** Readable events of the visitor that discarding removes too: those in the catalogue that is lost. */
  readonly events: number;
}

export interface DamageReport {
  /** At least 1. */
  readonly total: number;
  readonly byStore: Readonly<Record<string, number>>;
  /** The newest `MOST_LISTED`. */
  readonly records: readonly DamagedRecord[];
}
