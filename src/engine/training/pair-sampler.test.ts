import { describe, expect, test } from 'vitest';
import { createRng } from '../../domain/rng.ts';
import { buildCsr } from '../interactions/build-csr.ts';
import { logOf } from '../testing/logs.ts';
import type { Pairs, Sampling } from './pair-sampler.ts';
import { PairSampler } from './pair-sampler.ts';
import { atOnce } from './steps.ts';

/** User 0 likes 0, 2 and 3 of five items and dismisses 4; user 1 likes 1. */
const BY_USER = buildCsr(
  logOf(2, 5, [
    [0, 0, 'like'],
    [0, 2, 'like'],
    [0, 3, 'like'],
    [0, 4, 'dismiss'],
    [1, 1, 'like'],
  ]),
);
const POSITIVES = ['0 0', '0 2', '0 3', '1 1'];

const sampler = (sampling: Sampling, seed = 1): PairSampler =>
  new PairSampler(BY_USER, sampling, createRng(seed));
const named = ({ users, items }: Pairs): string[] => Array.from(users, (user, at) => `${user} ${items[at]}`);

describe('the pairs of an epoch', () => {
  test('hold each liking once with label 1, and its negatives of the same user with label 0', () => {
    const labelled = sampler({ kind: 'labelled', negatives: 3, among: 'all' });
    expect(labelled.perEpoch).toBe(16);
    for (let epoch = 0; epoch < 3; epoch++) {
      const pairs = atOnce(labelled.draw(16));
      const positives = named(pairs).filter((_, at) => pairs.labels[at] === 1);
      expect(positives.toSorted()).toEqual(POSITIVES);
      expect(pairs.users.filter((user) => user === 0)).toHaveLength(12);
    }
  });

  test('have negatives among all items, each as often as another within four deviations', () => {
    const labelled = sampler({ kind: 'labelled', negatives: 999, among: 'all' });
    const { items, labels } = atOnce(labelled.draw(4000));
    for (let item = 0; item < 5; item++) {
      const drawn = items.filter((other, at) => other === item && labels[at] === 0).length;
      expect(Math.abs(drawn - 3996 / 5)).toBeLessThan(4 * Math.sqrt(3996 * 0.2 * 0.8));
    }
  });

  test('have negatives that the user has not seen, a dismissed item being seen', () => {
    const pairs = atOnce(sampler({ kind: 'labelled', negatives: 20, among: 'unseen' }).draw(84));
    const negatives = new Set(named(pairs).filter((_, at) => pairs.labels[at] === 0));
    expect([...negatives].toSorted()).toEqual(['0 1', '1 0', '1 2', '1 3', '1 4']);
  });

  test('are as many triples as likings where they are ranked, each rival unseen', () => {
    const ranked = sampler({ kind: 'ranked' });
    expect(ranked.perEpoch).toBe(4);
    for (let epoch = 0; epoch < 20; epoch++) {
      const pairs = atOnce(ranked.draw(4));
      expect(named(pairs).filter((pair) => !POSITIVES.includes(pair))).toEqual([]);
      pairs.users.forEach((user, at) => expect(pairs.rivals![at] === 1).toBe(user === 0));
    }
  });

  test('are the same in one block as in three, and others in the next epoch and by another seed', () => {
    const sampling: Sampling = { kind: 'labelled', negatives: 3, among: 'all' };
    const [whole, cut] = [sampler(sampling), sampler(sampling)];
    const first = named(atOnce(whole.draw(16)));
    expect([5, 1, 10].flatMap((count) => named(atOnce(cut.draw(count))))).toEqual(first);
    expect(named(atOnce(whole.draw(16)))).not.toEqual(first);
    expect(named(atOnce(sampler(sampling, 2).draw(16)))).not.toEqual(first);
  });

  test('end also for a user who has seen every item', () => {
    const all = buildCsr(
      logOf(1, 2, [
        [0, 0, 'like'],
        [0, 1, 'like'],
      ]),
    );
    const pairs = atOnce(new PairSampler(all, { kind: 'ranked' }, createRng(1)).draw(2));
    expect(pairs.rivals).toHaveLength(2);
  });
});
