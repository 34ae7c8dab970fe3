import { expect, test } from 'vitest';
import { MATERIALS } from './materials.ts';
import { DEPARTMENTS } from './departments/index.ts';

const types = DEPARTMENTS.flatMap((department) => department.types);
const formsOf = (type: (typeof types)[number]): string[] => Object.keys(type.forms ?? {});

test('there are twelve departments, each with at least twelve types and six makers', () => {
  expect(DEPARTMENTS.length).toBe(12);
  for (const { name, types, brands, makers } of DEPARTMENTS) {
    const enough = [types.length >= 12, new Set(brands).size >= 6, makers.length >= 4];
    expect([name, ...enough]).toEqual([name, true, true, true]);
  }
});

test('ids of types are unique, and what goes with what exists', () => {
  const ids = new Set(types.map((type) => type.id));
  expect(ids.size).toBe(types.length);
  const unknown = types.flatMap((type) =>
    (type.goesWith ?? []).filter((id) => !ids.has(id) || id === type.id),
  );
  expect(unknown).toEqual([]);
});

test('a type has forms or finished titles with openers, never both or neither', () => {
  for (const type of types) {
    expect([type.id, type.forms === undefined]).toEqual([type.id, type.titles !== undefined]);
    expect([type.id, type.openers === undefined]).toEqual([type.id, type.titles === undefined]);
  }
});

test('exceptions of material name forms that exist and materials of the type', () => {
  const bad = types.flatMap((type) =>
    Object.entries(type.only ?? {}).filter(
      ([form, materials]) =>
        !formsOf(type).includes(form) || materials.some((material) => !type.materials.includes(material)),
    ),
  );
  expect(types.filter((type) => type.only).length).toBeGreaterThan(20);
  expect(bad).toEqual([]);
});

test('every sentence begins with a capital or the maker, ends with one full stop and has no stray spaces', () => {
  const sentences = [
    ...types.flatMap((type) => [...type.says, ...(type.openers ?? [])]),
    ...types.flatMap((type) =>
      Object.values(type.forms ?? {}).map((form) => (typeof form === 'string' ? form : form[0])),
    ),
    ...DEPARTMENTS.flatMap((department) => department.makers),
    ...Object.values(MATERIALS).flatMap((material) => material.notes),
  ];
  expect(sentences.length).toBeGreaterThan(1000);
  const bad = sentences.filter(
    (sentence) => !/^(?:[A-Z]|\{brand\})[^.!?]*[a-z0-9}][.]$/u.test(sentence) || /\s{2}| ,/u.test(sentence),
  );
  expect(bad).toEqual([]);
});

test('types that are not packaged do not share an opening sentence', () => {
  const openers = types.flatMap((type) =>
    Object.values(type.forms ?? {}).map((form) => (typeof form === 'string' ? form : form[0])),
  );
  expect(new Set(openers).size).toBe(openers.length);
});
