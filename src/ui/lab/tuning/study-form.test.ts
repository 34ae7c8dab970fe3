import { describe, expect, test } from 'vitest';
import { LAB_MODELS } from '../../testing/fake-lab-states.ts';
import { EMPTY_STUDY, planOf, trialCount, variable } from './study-form.ts';
import { usualValues } from './usual-values.ts';

const [IALS, , EASE, KNN] = LAB_MODELS;

test('usual values are the ends of where it is worth looking, and the middle by ratio', () => {
  const spec = (field: string) => IALS!.settings.find((one) => one.field === field)!;
  expect(usualValues(spec('dim'))).toEqual(['16', '64', '256']);
  expect(usualValues(spec('regularisation'))).toEqual(['0.0005', '0.007', '0.1']);
  // Without a ratio: evenly.
  expect(usualValues(spec('epochs'))).toEqual(['4', '14', '24']);
});

describe('planOf', () => {
  test('an untouched form is a grid over two settings: nine trials of five folds, ten minutes at most', () => {
    expect(trialCount(EMPTY_STUDY, IALS!)).toBe(9);
    expect(planOf(EMPTY_STUDY, IALS!)).toEqual({
      plan: {
        model: 'ials',
        config: { seed: 1 },
        space: {
          regularisation: { kind: 'choices', values: [0.0005, 0.007, 0.1] },
          unobservedWeight: { kind: 'choices', values: [0.01, 0.1, 1] },
        },
        search: { kind: 'grid' },
        validation: { kind: 'folds', folds: 5 },
        metric: 'ndcgAt10',
        seed: 1,
      },
      budgetMs: 600_000,
    });
  });

  test('at random, what is best compared by ratio is drawn by it, and integers are integers', () => {
    const form = { ...EMPTY_STUDY, search: 'random', varied: ['l2'], minutes: '', patience: '4' } as const;
    const asked = planOf(form, EASE!);
    expect(asked?.plan.space).toEqual({ l2: { kind: 'log-uniform', min: 10, max: 10_000 } });
    expect(asked?.plan).toMatchObject({ search: { kind: 'random', trials: 12 }, patience: 4, config: {} });
    expect(asked?.budgetMs).toBeNull();
    expect(planOf({ ...form, varied: ['k', 'weighting'] }, KNN!)?.plan.space).toEqual({
      k: { kind: 'integers', min: 10, max: 1000 },
      weighting: { kind: 'choices', values: ['none', 'bm25'] },
    });
  });

  test('halving rations the passes, which cannot be varied besides, and drops by itself', () => {
    const form = { ...EMPTY_STUDY, search: 'halving', patience: '4' } as const;
    expect(variable(form, IALS!).map(({ field }) => field)).not.toContain('epochs');
    const plan = planOf(form, IALS!)?.plan;
    expect(plan?.search).toEqual({ kind: 'halving', trials: 12, resource: 'epochs', min: 1, max: 8, eta: 3 });
    expect(plan).not.toHaveProperty('patience');
    // EASE is solved at once.
    expect(planOf(form, EASE!)).toBeNull();
  });

  test.each([
    ['nothing varied', { varied: [] }],
    ['a value twice', { values: { regularisation: '1, 1' } }],
    ['a value out of range', { values: { unobservedWeight: '0.5, 2' } }],
    ['no folds', { folds: '1' }],
    ['no time', { minutes: '0' }],
    ['ends the wrong way round', { search: 'random', ends: { regularisation: ['1', '0.1'] } }],
  ] as const)('asks for nothing with %s', (_, patch) => {
    expect(planOf({ ...EMPTY_STUDY, ...patch }, IALS!)).toBeNull();
  });
});
