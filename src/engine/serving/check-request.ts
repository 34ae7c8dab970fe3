import { HomebodyError } from '../../domain/errors.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { FeedRequest, Mood, Muted, QuickPickRequest } from '../../domain/recommendation.ts';
import { SHORTEST_SHELF } from './shelves.ts';

/** The longest list. */
export const MAX_K = 500;

/** @throws 'argument/range' */
export function requireFeedRequest(request: FeedRequest, facts: ItemFacts): void {
  const { k, adventurousness, shelves, department, supposing } = request;
  requireCount(k);
  if (!(adventurousness >= 0 && adventurousness <= 1)) {
    throw outOfRange('Adventurousness must be from 0 to 1.', { adventurousness });
  }
  if (shelves) {
    requireInteger('shelves.count', shelves.count, 0, 8);
    requireInteger('shelves.perShelf', shelves.perShelf, SHORTEST_SHELF, 60);
    requireInteger('shelves.head', shelves.head, 0, MAX_K);
  }
  if (department !== undefined) requireIndex('department', department);
  if (supposing && supposing.kind !== 'without') requireIndex('supposing.event', supposing.event);
  requireSteering(request, facts);
}

/** @throws 'argument/range' */
export function requireSteering(
  { muted, mood }: { readonly muted?: Muted; readonly mood?: Mood },
  facts: ItemFacts,
): void {
  for (const department of muted?.departments ?? []) requireIndex('muted.departments', department);
  for (const brand of muted?.brands ?? []) requireIndex('muted.brands', brand);
  for (const department of mood?.departments ?? []) requireIndex('mood.departments', department);
  for (const { item, direction } of mood?.items ?? []) {
    requireItem(item, facts);
    if (direction !== 1 && direction !== -1) {
      throw outOfRange('A direction of the mood must be 1 or −1.', { direction });
    }
  }
}

/** @throws 'argument/range' */
export function requireQuickPickRequest({ k, passed }: QuickPickRequest, facts: ItemFacts): void {
  requireInteger('k', k, 2, 12);
  for (const item of passed) requireItem(item, facts);
}

/** @throws 'argument/range' */
export function requireCount(k: number): void {
  requireInteger('k', k, 1, MAX_K);
}

/** @throws 'argument/range' */
export function requireItem(item: number, { itemCount }: { readonly itemCount: number }): void {
  if (Number.isInteger(item) && item >= 0 && item < itemCount) return;
  throw outOfRange('There is no such item in the catalogue.', { item, itemCount });
}

/** Of departments, brands or events; one that nothing belongs to is no error. */
function requireIndex(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 0) return;
  throw outOfRange(`${name} must be an integer from 0 on.`, { [name]: value });
}

function requireInteger(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw outOfRange(`${name} must be an integer from ${min} to ${max}.`, { [name]: value });
}

function outOfRange(message: string, detail: Readonly<Record<string, unknown>>): HomebodyError {
  return new HomebodyError('argument/range', message, { detail });
}
