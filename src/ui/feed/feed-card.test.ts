import { describe, expect, test } from 'vitest';
import { en } from '../words/en.ts';
import { reasonOf } from './feed-card.tsx';

describe('reasonOf', () => {
  test('names both causes while there is room', () => {
    expect(reasonOf(['Red kettle', 'Sage mug'], en.feed)).toBe('Because of Red kettle and Sage mug');
  });

  test('names the strongest and counts the rest when both are too long for a card', () => {
    const long = 'Butter yellow painted steel pruning saw, small';
    expect(reasonOf([long, 'Striped beach shelter'], en.feed)).toBe(`Because of ${long} and one more`);
  });

  test('is popularity without a cause', () => {
    expect(reasonOf([], en.feed)).toBe('Popular with everyone');
  });
});
