import { HomebodyError } from '../../domain/errors.ts';

/** The error with which work is refused. Throws when it is not, or when the error helps nobody. */
export async function refusalOf(work: Promise<unknown>): Promise<HomebodyError> {
  const outcome = await work.then(
    () => 'the work was not refused',
    (error: unknown) => error,
  );
  if (!(outcome instanceof HomebodyError))
    throw new Error(`no HomebodyError: ${String(outcome)}`, { cause: outcome });
  const helps = outcome.code === 'import/cancelled' || (outcome.remedy ?? '') !== '';
  if (!helps || outcome.message.length < 10) throw new Error(`no message or no remedy: ${outcome.message}`);
  return outcome;
}
