/** Both values when both have ended; until then nothing is thrown, so that no late success overwrites a failure. */
export async function allOrFirstError<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}
