import type { Outcome } from '../../src/domain/outcome.ts';

/** A failed outcome of the vault, with its code. */
export class Refused extends Error {
  readonly code: string;

  constructor(method: string, { code, message }: Outcome<unknown> & { ok: false }) {
    super(`${method}: ${code}: ${message}`);
    this.code = code;
  }
}

/** What an outcome is of. */
export type Value<T> = T extends { readonly ok: true; readonly value: infer V } ? V : never;

/** @throws Refused */
export function valueOf<T>(method: string, outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new Refused(method, outcome);
}
