import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { textBytes } from '../../testing/packing.ts';
import { ImportMeter } from '../../files/import-meter.ts';
import { IdTable } from './id-table.ts';

const meter = new ImportMeter({ yieldTurn: () => Promise.resolve() });

function intern(table: IdTable, id: string): number {
  const bytes = textBytes(`<${id}>`);
  return table.intern(bytes, 1, bytes.length - 1);
}

test('indexes follow the first appearance', async () => {
  const table = new IdTable();
  expect(['7', 'x', '7', '3', 'x', '0'].map((id) => intern(table, id))).toEqual([0, 1, 0, 2, 1, 3]);
  expect(await table.texts(meter)).toEqual(['7', 'x', '3', '0']);
});

test('ids that only look alike stay apart', () => {
  const table = new IdTable();
  const ids = ['7', '07', '007', '7.0', '+7', ' 7', '0', '00', ''];
  expect(ids.map((id) => intern(table, id))).toEqual(ids.map((_, index) => index));
});

test('large numbers, long words and other scripts keep their text', async () => {
  const table = new IdTable();
  const ids = ['4194303', '4194304', '9999999', '12345678901234567890', 'A'.repeat(200), '映画', 'Ωmega'];
  for (const id of ids) intern(table, id);
  expect(await table.texts(meter)).toEqual(ids);
});

test('behaves as a map from text to index, through every growth', async () => {
  const id = fc.oneof(fc.integer({ min: 0, max: 5_000_000 }).map(String), fc.string({ maxLength: 6 }));
  await fc.assert(
    fc.asyncProperty(fc.array(id, { maxLength: 3000, size: 'max' }), async (ids) => {
      const table = new IdTable();
      const truth = new Map<string, number>();
      for (const text of ids) if (!truth.has(text)) truth.set(text, truth.size);
      expect(ids.map((text) => intern(table, text))).toEqual(ids.map((text) => truth.get(text)));
      expect(await table.texts(meter)).toEqual([...truth.keys()]);
    }),
    { numRuns: 20 },
  );
});

test('200,000 hashed ids are found again', () => {
  const table = new IdTable();
  for (let i = 0; i < 200_000; i++) intern(table, `user-${i}`);
  expect(table.size).toBe(200_000);
  for (let i = 0; i < 200_000; i += 997) expect(intern(table, `user-${i}`)).toBe(i);
});
