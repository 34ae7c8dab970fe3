import { describe, expect, test } from 'vitest';
import { itemIndex } from '../../domain/ids.ts';
import type { Mood } from '../../domain/recommendation.ts';
import { causesOf, tasteOf } from './mood.ts';

const history = { items: Int32Array.of(2, 5), weights: Float64Array.of(1.5, 0.25) };
const mood = (...items: readonly (readonly [number, 1 | -1])[]): Mood => ({
  items: items.map(([item, direction]) => ({ item: itemIndex(item), direction })),
  departments: [],
});

describe('a taste', () => {
  test('is the history alone without a mood', () => {
    expect(tasteOf(history, mood())).toEqual({ ...history, moodPart: Float64Array.of(0, 0) });
  });

  test('has a wish as one more event of weight 1: beside the history, or added to what is there', () => {
    expect(tasteOf(history, mood([3, 1], [5, 1], [9, -1]))).toEqual({
      items: Int32Array.of(2, 3, 5, 9),
      weights: Float64Array.of(1.5, 1, 1.25, -1),
      moodPart: Float64Array.of(0, 1, 0.8, 1),
    });
  });

  test('has the wishes of the moment as the latest, before the history in its own order', () => {
    const ordered = { ...history, recency: Int32Array.of(0, 1) };
    expect([...tasteOf(ordered, mood()).recency!]).toEqual([0, 1]);
    expect([...tasteOf(ordered, mood([5, 1], [3, 1])).recency!]).toEqual([2, 0, 1]);
  });

  test('splits what history and mood disagree on: of 1.5 − 1 the history has three times the sum', () => {
    const taste = tasteOf(history, mood([2, -1]));
    expect([taste.weights[0], taste.moodPart[0]]).toEqual([0.5, -2]);
    expect(causesOf(taste, 0, 0.1)).toEqual([
      { item: 2, share: 0.1 + 0.2 },
      { item: 2, share: -0.2, mood: true },
    ]);
  });

  test('leaves out what the two cancel out on', () => {
    const liked = { items: Int32Array.of(2), weights: Float64Array.of(1) };
    expect([...tasteOf(liked, mood([2, -1])).items]).toEqual([]);
  });

  test('does not weigh more than a pair may', () => {
    const often = { items: Int32Array.of(2), weights: Float64Array.of(3) };
    const taste = tasteOf(often, mood([2, 1]));
    expect([taste.weights[0], taste.moodPart[0]]).toEqual([3, 0.25]);
  });
});

test('a cause of the mood says so, one of the history does not, and two parts sum to the share', () => {
  const taste = tasteOf(history, mood([3, 1], [5, 1]));
  expect(causesOf(taste, 0, 0.4)).toEqual([{ item: 2, share: 0.4 }]);
  expect(causesOf(taste, 1, 0.4)).toEqual([{ item: 3, share: 0.4, mood: true }]);
  const parts = causesOf(taste, 2, 0.7);
  expect(parts.map(({ mood: ofMood }) => ofMood)).toEqual([undefined, true]);
  expect(parts[1]!.share / parts[0]!.share).toBeCloseTo(4, 12);
  expect(parts[0]!.share + parts[1]!.share).toBe(0.7);
});
