import { describe, expect, test } from 'vitest';
import { createDemoCatalogue } from '../../../datasets/demo-shop/catalogue.ts';
import { DEFAULT_DEMO_SEED } from '../../../datasets/demo-shop/shape.ts';
import { DEPARTMENTS } from '../../../datasets/demo-shop/words/departments/index.ts';
import { itemId } from '../../../domain/ids.ts';
import type { Item } from '../../../domain/item.ts';
import type { Layers } from '../kit/path.ts';
import { paintsOf } from '../paints.ts';
import { sitterOf } from '../render/sitter.ts';
import { subjectOf } from './book-subjects.ts';
import type { Vocabulary } from './drawing.ts';
import { DRAWINGS, isDrawing, PARCEL, stillOf } from './index.ts';

/** Of all departments. */
const ALL: Vocabulary = Object.assign({}, ...Object.values(DRAWINGS).map((made) => made()));

const { items } = createDemoCatalogue(DEFAULT_DEMO_SEED);
/** One item of each form. */
const forms: readonly Item[] = [
  ...new Map(items.map((item) => [`${item.picture!.type}, ${item.picture!.form ?? ''}`, item])).values(),
];
const PAINTS = paintsOf(items[0]!.picture!);
const flatten = (layers: Layers): string[] =>
  layers.flatMap((layer) => (typeof layer === 'string' ? [layer] : flatten(layer)));
const LAYER = /^-?[\d.]*([A-Za-z]) ?M[-MmLlHhVvQqAaZzTtCcSs\d ,.]+$/;
const GROUP = /^<g transform="(?:(?:translate|scale|rotate)\([-\d. ]+\) ?)+">$/;
const layersOf = (item: Item): string[] => {
  const [, ...layers] = stillOf(item.department, item.picture!.type, sitterOf(item, item.picture!));
  return flatten(layers);
};

describe('drawings', () => {
  test('there is one for each of the 145 types of the demo shop, and none for what it does not sell', () => {
    const types = DEPARTMENTS.flatMap((department) => department.types.map((type) => type.id));
    expect(types).toHaveLength(145);
    expect(Object.keys(ALL).toSorted()).toEqual(types.toSorted());
  });

  test('each form of a type that is drawn by forms has its own, and no drawing is for a form that is not sold', () => {
    for (const type of DEPARTMENTS.flatMap((department) => department.types)) {
      const drawing = ALL[type.id]!;
      if (isDrawing(drawing)) continue;
      expect([type.id, ...Object.keys(drawing).toSorted()]).toEqual([
        type.id,
        ...Object.keys(type.forms!).toSorted(),
      ]);
    }
  });

  test('no item of the demo shop comes in a parcel', () => {
    const parcel = (PARCEL as readonly string[]).slice(1).join('');
    expect(items.filter((item) => layersOf(item).join('') === parcel)).toEqual([]);
    const strange = { ...items[0]!, picture: { ...items[0]!.picture!, type: 'nothing we know' } };
    expect(layersOf(strange)).toEqual((PARCEL as readonly string[]).slice(1));
  });

  test('no two forms of a type are drawn alike', () => {
    const seen = new Map<string, string>();
    for (const item of forms) {
      const drawing = ALL[item.picture!.type]!;
      if (isDrawing(drawing)) continue;
      const name = `${item.picture!.type}: ${item.picture!.form}`;
      const layers = layersOf(item).join('');
      expect([name, seen.get(layers)]).toEqual([name, undefined]);
      seen.set(layers, name);
    }
    expect(seen.size).toBeGreaterThan(400);
  });

  test('each layer is a known paint with a path that is drawn to its end, whichever piece sits', () => {
    for (const form of forms) {
      for (let piece = 0; piece < 6; piece++) {
        const layers = layersOf({ ...form, id: itemId(`${form.id}-${piece}`) });
        expect(layers.length).toBeGreaterThan(1);
        const marks = layers.filter((layer) => layer.startsWith('<'));
        const opened = marks.filter((mark) => GROUP.test(mark)).length;
        const closed = marks.filter((mark) => mark === '</g>').length;
        expect([form.title, opened, closed]).toEqual([form.title, marks.length / 2, marks.length / 2]);
        const strange = layers.filter((layer) => {
          const [, paint] = LAYER.exec(layer) ?? [];
          return !layer.startsWith('<') && (paint === undefined || !(paint in PAINTS));
        });
        expect([form.title, ...strange]).toEqual([form.title]);
      }
    }
  });

  test('a set is drawn as a set: six glasses have six times the layers of one', () => {
    const goblet = items.find(({ picture }) => picture!.form === 'wine goblet')!;
    const drawn = (size: string): number =>
      layersOf({ ...goblet, attributes: { size } }).filter((layer) => layer.startsWith('jM')).length;
    expect([drawn(''), drawn('set of two'), drawn('set of four'), drawn('set of six')]).toEqual([1, 2, 4, 6]);
  });

  test('three pairs of socks are six socks', () => {
    const socks = items.find(({ picture }) => picture!.form === 'set of three pairs of socks')!;
    expect(layersOf(socks).filter((layer) => /^[Bql] ?M40 34h44v78/.test(layer))).toHaveLength(6);
  });
});

describe('subjectOf', () => {
  test.each([
    ['Bats at Dusk', 'bat'],
    ['Birds of Hedge and Harbour', 'wildbird'],
    ['Owls by Ear', 'owl'],
    ['The Arithmetic of Bees', 'bee'],
    ['A Pond in Four Seasons', 'wave'],
    ['Whittle', undefined],
    ['Combat and Batter', undefined],
  ])('%s has on its cover: %s', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });
});
