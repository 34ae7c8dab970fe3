import { HomebodyError } from '../../domain/errors.ts';
import type { FeedRequest } from '../../domain/recommendation.ts';

/** @throws 'argument/range' */
export function requireFeedRequest({ k, adventurousness }: FeedRequest): void {
  requireCount(k);
  if (adventurousness >= 0 && adventurousness <= 1) return;
  throw new HomebodyError('argument/range', 'Adventurousness must be from 0 to 1.', {
    detail: { adventurousness },
  });
}

/** @throws 'argument/range' */
export function requireCount(k: number): void {
  if (Number.isInteger(k) && k >= 1 && k <= 200) return;
  throw new HomebodyError('argument/range', 'k must be an integer from 1 to 200.', { detail: { k } });
}

/** @throws 'argument/range' */
export function requireItem(item: number, { itemCount }: { readonly itemCount: number }): void {
  if (Number.isInteger(item) && item >= 0 && item < itemCount) return;
  throw new HomebodyError('argument/range', 'There is no such item in the catalogue.', {
    detail: { item, itemCount },
  });
}
