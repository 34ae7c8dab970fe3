import { HomebodyError } from '../../domain/errors.ts';

/** 'import/damaged': the bytes of `file` end early or contradict themselves. `why` completes "NAME …". */
export function damaged(file: string, why: string, cause?: unknown): HomebodyError {
  return new HomebodyError('import/damaged', `${file} ${why}.`, {
    remedy: 'Copy or download the file again: it is incomplete or was changed on the way.',
    detail: { file },
    ...(cause === undefined ? {} : { cause }),
  });
}
