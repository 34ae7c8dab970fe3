import { expect, test } from 'vitest';
import { DEPARTMENTS } from '../departments/index.ts';
import { MATERIALS } from '../materials.ts';
import { FAMILY_NAMES, GIVEN_NAMES, SERIES } from '../names.ts';
import { DEPARTMENTS_IN_CHINESE } from './departments/index.ts';
import { MATERIALS_IN_CHINESE } from './materials.ts';
import { FAMILY_NAMES_IN_CHINESE, GIVEN_NAMES_IN_CHINESE, SERIES_IN_CHINESE } from './names.ts';
import { sizeInChinese } from './sizes.ts';

const types = DEPARTMENTS.flatMap((department, row) =>
  department.types.map((type) => ({ english: type, chinese: DEPARTMENTS_IN_CHINESE[row]!.types[type.id]! })),
);

test('every English word list has its Chinese one, of the same length', () => {
  for (const [row, { name, makers, types: englishTypes }] of DEPARTMENTS.entries()) {
    const chinese = DEPARTMENTS_IN_CHINESE[row]!;
    expect([name, chinese.makers.length]).toEqual([name, makers.length]);
    expect(Object.keys(chinese.types)).toEqual(englishTypes.map(({ id }) => id));
  }
  for (const { english, chinese } of types) {
    const lengths = [chinese.says.length, chinese.openers?.length];
    expect([english.id, ...lengths]).toEqual([english.id, english.says.length, english.openers?.length]);
    expect(Object.keys(chinese.forms ?? {})).toEqual(Object.keys(english.forms ?? {}));
    expect(Object.keys(chinese.titles ?? {})).toEqual(english.titles ?? []);
  }
});

test('sizes that are not in units are as many as in English', () => {
  const said = types.filter(({ chinese }) => chinese.sizes);
  expect(said.length).toBeGreaterThan(30);
  for (const { english, chinese } of said) {
    expect([english.id, chinese.sizes!.length]).toEqual([english.id, english.sizes!.length]);
  }
});

test('a material that a title can name has a word and all its notes', () => {
  const named = Object.entries(MATERIALS).filter(([, { inTitle }]) => inTitle);
  expect(Object.keys(MATERIALS_IN_CHINESE)).toEqual(named.map(([name]) => name));
  for (const [name, { notes }] of named) {
    const chinese = MATERIALS_IN_CHINESE[name as keyof typeof MATERIALS]!;
    expect([name, chinese.notes.length]).toEqual([name, notes.length]);
  }
});

test('names are as many as in English, and no two are the same', () => {
  for (const [english, chinese] of [
    [SERIES, SERIES_IN_CHINESE],
    [GIVEN_NAMES, GIVEN_NAMES_IN_CHINESE],
    [FAMILY_NAMES, FAMILY_NAMES_IN_CHINESE],
  ] as const) {
    expect(chinese.length).toBe(english.length);
    expect(new Set(chinese).size).toBe(chinese.length);
  }
});

test('nouns of a type differ, and so do its sentences and titles', () => {
  for (const { english, chinese } of types) {
    const forms = Object.values(chinese.forms ?? {});
    const lists = [forms.map(([noun]) => noun), forms.map(([, sentence]) => sentence), chinese.says];
    for (const list of [...lists, Object.values(chinese.titles ?? {})]) {
      expect([english.id, new Set(list).size]).toEqual([english.id, list.length]);
    }
  }
});

test('a sentence ends with one full stop', () => {
  const sentences = [
    ...DEPARTMENTS_IN_CHINESE.flatMap(({ makers }) => makers),
    ...types.flatMap(({ chinese }) => [
      ...chinese.says,
      ...(chinese.openers ?? []),
      ...Object.values(chinese.forms ?? {}).map(([, sentence]) => sentence),
    ]),
    ...Object.values(MATERIALS_IN_CHINESE).flatMap(({ notes }) => notes),
  ];
  expect(sentences.length).toBeGreaterThan(1000);
  expect(sentences.filter((sentence) => !/^[^。]+。$/u.test(sentence))).toEqual([]);
});

test('sizes in units are said in Chinese units, and paper sizes stay', () => {
  expect(['1.5 l', '340 g', '140 × 220 cm', '12 mm', '200 lm', 'A5'].map(sizeInChinese)).toEqual([
    '1.5 升',
    '340 克',
    '140 × 220 厘米',
    '12 毫米',
    '200 流明',
    'A5',
  ]);
});
