import { expect, test } from 'vitest';
import { createDemoCatalogue } from './catalogue.ts';
import { DEFAULT_DEMO_SEED, STYLE_WIDTH } from './shape.ts';
import { COLOURS, PATTERN_WORDS } from './words/colours.ts';
import type { ColourName } from './words/colours.ts';
import { MATERIALS } from './words/materials.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);
const { items, departments, facts, traits } = catalogue;

test('there are 3,260 products in twelve departments, none with fewer than 240', () => {
  expect(items.length).toBe(3260);
  expect(departments.length).toBe(12);
  for (const [row, department] of departments.entries()) {
    const inside = items.filter((item) => item.department === department);
    expect(inside.length).toBeGreaterThanOrEqual(240);
    expect(facts.department.filter((d) => d === row).length).toBe(inside.length);
  }
});

test('ids and titles are distinct, and an id is its type and its row', () => {
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
  expect(new Set(items.map((item) => item.title.toLowerCase())).size).toBe(items.length);
  expect(items[0]!.id).toBe('kettle-0000');
  for (const [row, item] of items.entries()) {
    expect(item.id).toBe(`${traits.shelves[traits.shelf[row]!]!.type.id}-${String(row).padStart(4, '0')}`);
  }
});

test('the same seed gives the same catalogue to the byte, another seed another', () => {
  const again = createDemoCatalogue(DEFAULT_DEMO_SEED);
  expect(JSON.stringify(again.items)).toBe(JSON.stringify(items));
  expect(again.facts).toEqual(facts);
  expect(again.traits.style).toEqual(traits.style);
  const other = createDemoCatalogue(DEFAULT_DEMO_SEED + 1);
  expect(other.items.length).toBe(items.length);
  const same = other.items.filter((item, row) => item.title === items[row]!.title);
  expect(same.length / items.length).toBeLessThan(0.1);
});

test.each([1, 2, 3, 4, 5])('every shelf is full and every title its own with seed %i', (seed) => {
  const titles = createDemoCatalogue(seed).items.map((item) => item.title);
  expect(new Set(titles).size).toBe(3260);
});

test('prices are whole cents within the range of their type and end as prices do', () => {
  const bad = items.filter((item, row) => {
    const [low, high] = traits.shelves[traits.shelf[row]!]!.type.euros;
    const price = item.price!;
    return price < low * 100 || price > high * 100 || ![0, 50, 90].includes(price % 100);
  });
  expect(bad).toEqual([]);
});

test('about one product in twenty-five is sold out, and the facts say which', () => {
  const soldOut = items.filter((item) => item.stock === 0).length / items.length;
  expect(soldOut).toBeGreaterThan(0.02);
  expect(soldOut).toBeLessThan(0.07);
  for (const [row, item] of items.entries()) {
    expect(Number.isInteger(item.stock) && item.stock! <= 121).toBe(true);
    expect(facts.available[row]).toBe(item.stock === 0 ? 0 : 1);
  }
});

test('descriptions are two sentences, and seldom the same twice', () => {
  for (const item of items) expect(item.description).toMatch(/^[^.]+\. [^.]+\.$/u);
  expect(new Set(items.map((item) => item.description)).size / items.length).toBeGreaterThan(0.6);
  expect(items.filter((item) => item.description!.includes('{')).map((item) => item.title)).toEqual([]);
});

test('what the title says of colour, material and pattern is what the attributes and the picture show', () => {
  const materials = new Map(Object.values(MATERIALS).map((material) => [material.word, material]));
  const coloured = items.filter(({ attributes }) => attributes!['colour'] !== undefined);
  const made = items.filter(({ attributes }) => attributes!['material'] !== undefined);
  expect(coloured.length).toBeGreaterThan(1000);
  expect(made.length).toBeGreaterThan(1500);
  for (const { title, attributes, picture } of coloured) {
    const { colour, pattern = '' } = attributes!;
    expect(title.toLowerCase()).toContain(colour);
    expect(title.toLowerCase()).toContain(pattern);
    expect([title, picture!.colour]).toEqual([title, COLOURS[colour as ColourName].hex]);
    expect([title, PATTERN_WORDS[picture!.pattern]]).toEqual([title, pattern]);
  }
  for (const { title, attributes, picture } of made) {
    const { material } = attributes!;
    expect(title.toLowerCase()).toContain(material);
    expect([title, picture!.material]).toEqual([title, material]);
    const own = materials.get(material!)!.own?.hex ?? picture!.colour;
    expect([title, picture!.colour]).toEqual([title, own]);
  }
});

test('the second colour of a picture differs from the first', () => {
  expect(items.filter(({ picture }) => picture!.accent === picture!.colour)).toEqual([]);
});

test('a picture names its type and form, and takes a hex colour and a variation in [0, 1)', () => {
  expect(items.filter(({ id, picture }) => !id.startsWith(`${picture!.type}-`))).toEqual([]);
  const spoon = items.find(({ picture }) => picture!.type === 'wooden-spoon' && picture!.form === 'ladle');
  expect(spoon!.title.toLowerCase()).toContain('ladle');
  for (const { picture } of items) {
    expect(picture!.colour).toMatch(/^#[0-9a-f]{6}$/u);
    expect(picture!.variation >= 0 && picture!.variation < 1).toBe(true);
  }
});

test('a book has an author and no material, and a tea neither', () => {
  const novel = items.find((item) => item.id.startsWith('novel-'))!;
  expect(novel.attributes!['author']).toMatch(/^\S+ \S+$/u);
  expect(novel.attributes!['material']).toBeUndefined();
  const tea = items.find((item) => /^tea-\d/u.test(item.id))!;
  expect(Object.keys(tea.attributes!)).toEqual(['size']);
});

test('prices relative to the shelf have mean 0 and deviation 1 on every shelf', () => {
  for (const { begin, end, type } of traits.shelves) {
    const relative = [...traits.relativePrice.subarray(begin, end)];
    const mean = relative.reduce((a, b) => a + b) / relative.length;
    const variance = relative.reduce((a, b) => a + b * b, 0) / relative.length;
    expect([type.id, Math.abs(mean) < 1e-3, Math.abs(variance - 1) < 1e-2]).toEqual([type.id, true, true]);
  }
  expect(traits.style.length).toBe(items.length * STYLE_WIDTH);
});
