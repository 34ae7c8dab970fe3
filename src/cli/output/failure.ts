import { HomebodyError } from '../../domain/errors.ts';
import { UsageError } from '../arguments/usage-error.ts';

/** How a command ended that did not succeed. */
export interface Failure {
  readonly exitCode: 1 | 2 | 130;
  /** An `ErrorCode`, `usage`, or `file` for what the file system refuses. */
  readonly code: string;
  readonly message: string;
  readonly remedy?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export function failureOf(error: unknown): Failure {
  if (error instanceof UsageError) {
    return { exitCode: 2, code: 'usage', message: error.message, remedy: error.remedy };
  }
  if (error instanceof HomebodyError) {
    const { code, message, remedy, detail } = error;
    return {
      exitCode: code === 'training/cancelled' || code === 'import/cancelled' ? 130 : 1,
      code,
      message,
      ...(remedy === undefined ? {} : { remedy }),
      ...(Object.keys(detail).length === 0 ? {} : { detail }),
    };
  }
  if (error instanceof Error && 'syscall' in error) {
    const path = 'path' in error ? { detail: { path: error.path } } : {};
    return { exitCode: 1, code: 'file', message: error.message, ...path };
  }
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return {
    exitCode: 1,
    code: 'internal',
    message,
    remedy: 'This is a defect of Homebody; please report it.',
  };
}

/** `code: message`, and what to do about it. */
export function failureText({ code, message, remedy }: Failure): string {
  return remedy === undefined ? `${code}: ${message}\n` : `${code}: ${message}\n${remedy}\n`;
}

/** The same for programs. */
export function failureJson({ code, message, remedy, detail }: Failure): string {
  return `${JSON.stringify({ error: { code, message, remedy, detail } })}\n`;
}
