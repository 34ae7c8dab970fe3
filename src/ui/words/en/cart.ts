import { counted, f, quoted } from './voice.ts';

export interface OrderedLine {
  readonly title: string;
  readonly count: number;
}

/** The cart, and the pretend checkout that ends in it. */
export const cart = {
  title: 'Your cart',
  reviewTitle: 'Before you order',
  thanksTitle: 'Thank you',
  pieces: (count: number): string => counted(count, 'thing', 'things'),
  loading: 'Fetching your cart',
  empty: 'Your cart is empty.',
  emptyHint: 'What you put into it stays on this device, moves your shelves, and can be taken back.',
  toShelves: 'See your shelves',
  toWishes: (count: number): string => `Look at your ${counted(count, 'wish', 'wishes')}`,
  perhaps: 'Perhaps one of these',
  perhapsHint: 'The first things on your shelves.',
  lines: 'In your cart',
  each: (price: string): string => `${price} each`,
  quantityOf: (title: string): string => `How many of ${quoted(title)}`,
  oneMoreOf: (title: string): string => `One more: ${title}`,
  oneLessOf: (title: string): string => `One less: ${title}`,
  removeOf: (title: string): string => `Take out: ${title}`,
  allThereIs: 'That is all there is.',
  sum: 'Sum',
  unpriced: (count: number): string => `${counted(count, 'thing has', 'things have')} no price.`,
  money: (minor: number, currency: string): string => f.money(minor, currency),
  pretend: 'The checkout is a pretence: nothing is charged and no parcel comes.',
  review: 'Review the order',
  change: 'Change something',
  reviewLead: 'Here is what would happen.',
  will: [
    'Nothing is charged. No parcel comes.',
    'What you buy is written to your history, encrypted, on this device.',
    'Your shelves move. The order can be taken back, now or later.',
  ] as readonly string[],
  place: 'Place the pretend order',
  placing: 'Placing it …',
  failed: 'Nothing was recorded. Your cart is as it was.',
  times: (count: number, title: string): string => (count === 1 ? title : `${f.number(count)} × ${title}`),
  thanks: (lines: readonly OrderedLine[], more: number): string => {
    const named = lines.map(({ count, title }) =>
      count === 1 ? quoted(title) : `${f.number(count)} × ${quoted(title)}`,
    );
    const all = more === 0 ? named : [...named, `${f.number(more)} more`];
    return `You bought ${f.list(all)}. In pretence: nothing was charged.`;
  },
  moving: 'Your shelves are moving.',
  moved: (count: number): string =>
    count === 0
      ? 'The first places of your shelves stayed as they were.'
      : `It changed ${f.number(count)} of the first twelve places on your shelves.`,
  complements: 'Goes well with what is in your cart',
  complementsHint: 'Others took these together with it, more often than chance.',
  unpricedShop: 'There is no cart here',
  unpricedShopHint: 'Nothing in this catalogue has a price. Like things, or keep them on your wish list.',
};
