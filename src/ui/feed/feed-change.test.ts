import { describe, expect, test } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import { changeOf } from './feed-change.ts';

const rows = (...indexes: number[]) => indexes.map(itemIndex);
const upTo = (count: number) => rows(...Array.from({ length: count }, (_, i) => i));

describe('changeOf', () => {
  test('the same order is the same', () => {
    expect(changeOf(upTo(20), upTo(20))).toEqual({ risen: [], same: true });
  });

  test('the gap that a removed card leaves lifts nothing', () => {
    const after = upTo(20).slice(1);
    expect(changeOf(upTo(20), after)).toEqual({ risen: [], same: false });
  });

  test('what comes from the back to the front has risen', () => {
    const after = rows(15, 0, 1, 2, 16, ...upTo(15).slice(3));
    expect(changeOf(upTo(20), after)).toMatchObject({ risen: rows(15, 16), same: false });
  });

  test('what was not there at all has risen from behind the end', () => {
    expect(changeOf(rows(0, 1, 2), rows(9, 0, 1, 2)).risen).toEqual(rows(9));
  });

  test('at most six are marked, the ones that rose the most', () => {
    const before = upTo(40);
    const after = rows(20, 21, 22, 23, 24, 25, 39, ...upTo(20));
    expect(changeOf(before, after).risen).toEqual(rows(20, 21, 22, 23, 24, 39));
  });
});
