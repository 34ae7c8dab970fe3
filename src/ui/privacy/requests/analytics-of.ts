/**
 * What an ordinary shop's analytics would have sent for what the visitor did: composed to be read, and never sent. Two
 * hits for most acts, after the two that nearly every shop has: a measurement in the manner of GA4 (`en`, `cid`, `pr1` …)
 * and a pixel in the manner of Meta's (`ev`, `cd[…]` …), with their field names, and addresses that lead nowhere.
 */
import type { EventKind, StoredEvent } from '../../../domain/events.ts';
import type { Item } from '../../../domain/item.ts';

/** What the browser tells any page of the visitor. */
export interface VisitorFacts {
  /** BCP 47. */
  readonly language: string;
  /** CSS pixels. */
  readonly screen: { readonly width: number; readonly height: number };
  readonly page: string;
  /** Where the visitor came from; '' when nobody tells. */
  readonly referrer: string;
  readonly currency: string;
}

export interface Hit {
  /** The event the hit is for, the newest of an order. */
  readonly at: number;
  readonly address: string;
  /** What it says, in its own words. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Of the address, in UTF-8. The browser adds more. */
  readonly bytes: number;
}

/** What the two call an act; null: they have no name of their own for it, and a shop gives one. */
const NAMES: Readonly<Record<EventKind, readonly [measured: string, pixel: string | null]>> = {
  view: ['view_item', 'ViewContent'],
  like: ['like_item', null],
  dismiss: ['dismiss_item', null],
  cart: ['add_to_cart', 'AddToCart'],
  purchase: ['purchase', 'Purchase'],
  rating: ['rate_item', null],
  wish: ['add_to_wishlist', 'AddToWishlist'],
};

const MEASURE = 'https://measure.example/g/collect';
const PIXEL = 'https://pixel.example/tr/';

/** One act of the visitor: what was bought at once is one. */
interface Done {
  readonly kind: EventKind;
  readonly at: number;
  readonly items: readonly Item[];
}

/**
 * The hits for a history, in its order. A look is a page that is opened, which is measured as well.
 *
 * @param history events with their items, newest first
 */
export function analyticsOf(
  history: readonly { readonly event: StoredEvent; readonly item: Item }[],
  visitor: VisitorFacts,
): readonly Hit[] {
  const first = history.at(-1)?.event.at ?? 0;
  return actsOf(history).flatMap((act) => hitsOf(act, visitor, first));
}

function actsOf(history: readonly { readonly event: StoredEvent; readonly item: Item }[]): readonly Done[] {
  const acts: Done[] = [];
  for (const { event, item } of history) {
    const { kind, at } = event;
    const before = acts.at(-1);
    if (kind === 'purchase' && before?.kind === 'purchase' && before.at === at) {
      acts[acts.length - 1] = { ...before, items: [...before.items, item] };
    } else acts.push({ kind, at, items: [item] });
  }
  return acts;
}

function hitsOf({ kind, at, items }: Done, visitor: VisitorFacts, first: number): readonly Hit[] {
  const [measured, pixel] = NAMES[kind];
  const page = `${visitor.page}#/product/${items[0]!.id}`;
  const value = items.reduce((sum, { price = 0 }) => sum + price, 0) / 100;
  const seconds = Math.floor(first / 1000);
  const measure = (name: string, more: readonly (readonly [string, string])[]): Hit =>
    hit(at, MEASURE, [
      ['v', '2'],
      ['tid', 'G-0000000000'],
      ['cid', `1712904385.${seconds}`],
      ['sid', String(seconds)],
      ['ul', visitor.language.toLowerCase()],
      ['sr', `${visitor.screen.width}x${visitor.screen.height}`],
      ['dl', page],
      ['dr', visitor.referrer],
      ['dt', items[0]!.title],
      ['en', name],
      ...more,
    ]);
  const track = (name: string, more: readonly (readonly [string, string])[]): Hit =>
    hit(at, PIXEL, [
      ['id', '000000000000000'],
      ['ev', name],
      ['dl', page],
      ['rl', visitor.referrer],
      ['ts', String(at)],
      ['sw', String(visitor.screen.width)],
      ['sh', String(visitor.screen.height)],
      ['fbp', `fb.1.${first}.1712904385`],
      ...more,
    ]);
  const worth: readonly (readonly [string, string])[] = [
    ['cu', visitor.currency],
    ['epn.value', String(value)],
  ];
  const opened = kind === 'view' ? [measure('page_view', []), track('PageView', [])] : [];
  return [
    ...opened,
    measure(measured, [...worth, ...items.map((item, place) => productOf(item, place))]),
    ...(pixel === null
      ? []
      : [
          track(pixel, [
            ['cd[content_type]', 'product'],
            ['cd[content_ids]', JSON.stringify(items.map(({ id }) => id))],
            ['cd[content_name]', items[0]!.title],
            ['cd[value]', String(value)],
            ['cd[currency]', visitor.currency],
          ]),
        ]),
  ];
}

function productOf(item: Item, place: number): readonly [string, string] {
  const { id, title, brand = '', department, price = 0 } = item;
  return [`pr${place + 1}`, `id${id}~nm${title}~br${brand}~ca${department}~pr${price / 100}~qt1`];
}

function hit(at: number, host: string, fields: Hit['fields']): Hit {
  const said = fields.filter(([, value]) => value !== '');
  const address = `${host}?${new URLSearchParams(said.map(([name, value]) => [name, value]))}`;
  return { at, address, fields: said, bytes: new TextEncoder().encode(address).length };
}
