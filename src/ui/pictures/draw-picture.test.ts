import { describe, expect, test } from 'vitest';
import { createDemoCatalogue } from '../../datasets/demo-shop/catalogue.ts';
import { DEFAULT_DEMO_SEED } from '../../datasets/demo-shop/shape.ts';
import { itemId } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { drawPicture } from './draw-picture.ts';
import { PictureCache } from './picture-cache.ts';
import { PICTURE_VIEWS, picturesOf } from './picture-views.ts';
import { pictureDefs } from './render/defs.ts';

const { items } = createDemoCatalogue(DEFAULT_DEMO_SEED);
const oneOfEach: readonly Item[] = [...new Map(items.map((item) => [item.picture!.type, item])).values()];
const markupOf = (item: Item, view: (typeof PICTURE_VIEWS)[number] = 'front', small = false): string =>
  drawPicture(item, item.picture!, view, small).markup.__html;

/** Names of the elements that are open at the end, or the tag that closes what is not open. */
function unclosed(markup: string): string[] {
  const open: string[] = [];
  for (const [tag, slash, name = '', rest = ''] of markup.matchAll(
    /<(\/?)([a-zA-Z]+)((?:\s[\w-]+="[^"<]*")*)\s*\/?>/g,
  )) {
    if (slash === '/') {
      if (open.pop() !== name) return [tag];
    } else if (!tag.endsWith('/>')) open.push(name);
    if (rest.includes('NaN') || rest.includes('undefined')) return [tag];
  }
  return open;
}

describe('pictures', () => {
  test('each type in each view is well-formed, and nothing in it is outside of a tag', () => {
    for (const item of oneOfEach) {
      for (const view of PICTURE_VIEWS) {
        const markup = markupOf(item, view);
        expect([item.title, view, ...unclosed(markup)]).toEqual([item.title, view]);
        expect(markup.replaceAll(/<[^<>]*>/g, '')).toBe('');
      }
    }
  });

  test('none has an id of its own, and all that they refer to is defined once', () => {
    const defs = pictureDefs();
    const ids = [...defs.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id!);
    expect(unclosed(defs)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const used = new Set<string>();
    for (const item of items) {
      const markup = markupOf(item);
      expect(markup).not.toContain(' id=');
      for (const [, id] of markup.matchAll(/url\(#([^)]+)\)/g)) used.add(id!);
    }
    expect([...used].filter((id) => !ids.includes(id))).toEqual([]);
    expect(used.size).toBeGreaterThan(30);
  });

  test('the same item is the same picture, to the object, so that nothing is drawn anew', () => {
    const [item] = oneOfEach;
    const first = drawPicture(item!, item!.picture!, 'front', false);
    expect(drawPicture(item!, item!.picture!, 'front', false)).toBe(first);
    expect(drawPicture({ ...item! }, { ...item!.picture! }, 'front', false)).toBe(first);
  });

  test('two items of a type never look the same', () => {
    const seen = new Set(
      items.map((item) => markupOf(item) + drawPicture(item, item.picture!, 'front', false).wall),
    );
    expect(seen.size).toBe(items.length);
  });

  test('the four views of a thing are four pictures, and a small one has less in it', () => {
    for (const item of oneOfEach) {
      expect(new Set(PICTURE_VIEWS.map((view) => markupOf(item, view))).size).toBe(4);
      expect(markupOf(item, 'front', true).length).toBeLessThanOrEqual(markupOf(item).length);
    }
  });

  test('what it is drawn from decides: another colour is another picture', () => {
    const item = oneOfEach[0]!;
    const red = { ...item, picture: { ...item.picture!, colour: '#ff0000', material: 'enamel' } };
    expect(markupOf(red)).toContain('#ff0000');
    expect(markupOf({ ...red, picture: { ...red.picture, colour: '#00ff00' } })).not.toContain('#ff0000');
  });

  test('a picture has fewer than 130 elements, and half of them fewer than 50', () => {
    const counts = items
      .map((item) => [...markupOf(item).matchAll(/<[a-z]/g)].length)
      .toSorted((a, b) => a - b);
    expect(counts.at(-1)).toBeLessThan(130);
    expect(counts[counts.length >> 1]).toBeLessThan(50);
  });
});

describe('picturesOf', () => {
  test('a thing has four views, a cover three, and each begins with its front', () => {
    const film: Item = { id: itemId('f'), title: 'Heat (1995)', department: 'Crime' };
    expect(picturesOf(oneOfEach[0]!)).toEqual(['front', 'close', 'room', 'material']);
    expect(picturesOf(film)).toEqual(['front', 'close', 'material']);
  });
});

describe('PictureCache', () => {
  test('keeps no more than its bound, and lets go what was longest unused', () => {
    const cache = new PictureCache<string>(2);
    let made = 0;
    const make = (key: string): string => cache.get(key, () => `${key}${++made}`);
    expect([make('a'), make('b'), make('a'), make('c')]).toEqual(['a1', 'b2', 'a1', 'c3']);
    expect(cache.size).toBe(2);
    // b was the longest unused.
    expect([make('a'), make('b')]).toEqual(['a1', 'b4']);
  });
});
