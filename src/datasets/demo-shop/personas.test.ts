import { expect, test } from 'vitest';
import { createDemoCatalogue } from './catalogue.ts';
import { demoPersonas } from './personas.ts';
import { DEFAULT_DEMO_SEED } from './shape.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);

test('six personas like five different things each, all in the shop and in stock', () => {
  const personas = demoPersonas(catalogue);
  expect(personas.map((persona) => persona.id)).toEqual([
    'hiker',
    'baker',
    'gardener',
    'reader',
    'maker',
    'family',
  ]);
  for (const { likes } of personas) {
    expect(new Set(likes).size).toBe(5);
    expect(likes.filter((row) => !(catalogue.items[row]!.stock! > 0))).toEqual([]);
  }
});

test('the weekend hiker likes a tent, boots, a rucksack, a flask and a field guide', () => {
  const { likes } = demoPersonas(catalogue)[0]!;
  const types = ['tent', 'walking-boots', 'rucksack', 'flask', 'field-guide'];
  expect(likes.map((row) => catalogue.items[row]!.id.slice(0, -5))).toEqual(types);
});
