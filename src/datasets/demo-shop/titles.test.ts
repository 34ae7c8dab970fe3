import { expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { composeTitle } from './titles.ts';

const titles = (
  form: string,
  stuff: string,
  pattern: string,
  size: string | null,
  series: string,
): Set<string> =>
  new Set(
    Array.from({ length: 30 }, (_, seed) =>
      composeTitle(form, stuff, pattern, size, series, createRng(seed)),
    ),
  );

test('colour and material stand before the thing or after it', () => {
  expect(titles('whistling kettle', 'red enamel', '', '1.5 l', '')).toEqual(
    new Set(['Red enamel whistling kettle, 1.5 l', 'Whistling kettle in red enamel, 1.5 l']),
  );
});

test('a pattern comes first, and a set never follows its material', () => {
  expect(titles('apron', 'moss linen', 'striped', null, '')).toEqual(
    new Set(['Striped apron in moss linen']),
  );
  expect(titles('set of four mugs', 'sage stoneware', '', null, '')).toEqual(
    new Set(['Set of four mugs in sage stoneware']),
  );
});

test('a range opens the title, and a thing without material is only itself', () => {
  expect(titles('dome tent', 'moss nylon', '', 'for two', 'Heron')).toEqual(
    new Set(['Heron dome tent, moss nylon, for two']),
  );
  expect(titles('heather honey', '', '', '340 g', '')).toEqual(new Set(['Heather honey, 340 g']));
});
