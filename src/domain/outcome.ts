import { HomebodyError } from './errors.ts';
import type { ErrorCode } from './errors.ts';

/** What crosses a worker boundary: errors are values there, since a thrown error would lose its code. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly code: ErrorCode;
      readonly message: string;
      readonly remedy?: string;
      readonly detail?: Readonly<Record<string, unknown>>;
    };

/** Runs `work` and maps a throw to a failed outcome. The one place where throws become values. */
export async function outcomeOf<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof HomebodyError) {
      return {
        ok: false,
        code: error.code,
        message: error.message,
        ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
        detail: error.detail,
      };
    }
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return {
      ok: false,
      code: 'internal',
      message,
      detail: { stack: error instanceof Error ? error.stack : '' },
    };
  }
}

/** The value of an outcome, or its error thrown again. The one place where values become throws. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  throw new HomebodyError(outcome.code, outcome.message, {
    ...(outcome.remedy === undefined ? {} : { remedy: outcome.remedy }),
    ...(outcome.detail === undefined ? {} : { detail: outcome.detail }),
  });
}
