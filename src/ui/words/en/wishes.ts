import { counted } from './voice.ts';

export const wishes = {
  title: 'Wish list',
  count: (count: number): string => counted(count, 'wish', 'wishes'),
  loading: 'Fetching your wish list',
  empty: 'You have wished for nothing yet.',
  emptyHint: 'Keep here what you are not sure of. A wish moves your shelves a little, less than a like.',
  toShelves: 'See your shelves',
  toCart: 'Move to cart',
  toCartOf: (title: string): string => `Move to cart: ${title}`,
  remove: 'No longer wished for',
  removeOf: (title: string): string => `No longer wished for: ${title}`,
  allInCart: (count: number): string =>
    count === 1
      ? 'Your one wish is in your cart.'
      : `All ${counted(count, 'wish', 'wishes')} are in your cart.`,
  allInCartHint: (count: number): string =>
    `Taken out of it, ${count === 1 ? 'it comes' : 'they come'} back here.`,
  inCart: (count: number): string =>
    `${counted(count, 'wish is', 'wishes are')} in your cart. Taken out of it, ${count === 1 ? 'it comes' : 'they come'} back here.`,
  toTheCart: 'To the cart',
};
