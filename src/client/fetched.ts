import { asError } from './errors.ts';

/** Fetched at the first call, or, where it could not be had, at a later one. */
export function fetched<T>(fetch: () => Promise<T>): () => Promise<T> {
  let fetching: Promise<T> | null = null;
  return async () => {
    fetching ??= fetch();
    try {
      return await fetching;
    } catch (error) {
      fetching = null;
      throw asError(error);
    }
  };
}
