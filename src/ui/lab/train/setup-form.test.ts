import { describe, expect, test } from 'vitest';
import { MODEL_KINDS, modelDescriptions } from '../../../engine/models/registry.ts';
import { labEn } from '../../words/lab-in-english.ts';
import { labZh } from '../../words/lab-in-chinese.ts';
import { LAB_MODELS } from '../../testing/fake-lab-states.ts';
import { configOf, EMPTY_SETUP, protocolOf, readNumber, setupOf, textsOf } from './setup-form.ts';

const [IALS, , , KNN, BLEND] = LAB_MODELS;
const INTEGER = { kind: 'integer', min: 4, max: 512, default: 64 } as const;
const ABOVE_ZERO = { kind: 'number', min: 0, open: true, max: 1, default: 0.1 } as const;

describe('readNumber', () => {
  test('takes the bounds, but not one that is open', () => {
    expect(readNumber(' 4 ', INTEGER)).toBe(4);
    expect(readNumber('512', INTEGER)).toBe(512);
    expect(readNumber('1', ABOVE_ZERO)).toBe(1);
    expect(readNumber('0', ABOVE_ZERO)).toBeUndefined();
  });

  test('a comma is a point; what is no number, no integer or nothing is refused', () => {
    expect(readNumber('0,5', ABOVE_ZERO)).toBe(0.5);
    expect(readNumber('1e-3', ABOVE_ZERO)).toBe(0.001);
    const texts = ['many', '4.5', '3', '513', ''];
    expect(texts.filter((text) => readNumber(text, INTEGER) !== undefined)).toEqual([]);
  });

  test('nothing means null where the model finds the value itself', () => {
    expect(readNumber('', { ...ABOVE_ZERO, default: null })).toBeNull();
  });
});

describe('setupOf', () => {
  test('an untouched form asks for all defaults; the seed is the run’s and no setting', () => {
    expect(setupOf(EMPTY_SETUP, IALS!)).toEqual({
      model: 'ials',
      config: { dim: 64, epochs: 8, regularisation: 0.01, unobservedWeight: 0.1, cgSteps: 3 },
      protocol: { name: 'leave-one-out', maxUsers: 5000 },
      seed: 1,
    });
  });

  test('dotted names become nested settings, choices stay text', () => {
    expect(setupOf({ ...EMPTY_SETUP, settings: { 'first.l2': '50' } }, BLEND!)?.config).toEqual({
      weight: null,
      first: { l2: 50 },
    });
    expect(setupOf({ ...EMPTY_SETUP, settings: { weighting: 'bm25' } }, KNN!)?.config).toEqual({
      k: 100,
      weighting: 'bm25',
    });
  });

  test('a wrong setting, amount or seed asks for nothing', () => {
    expect(setupOf({ ...EMPTY_SETUP, settings: { dim: '2' } }, IALS!)).toBeNull();
    expect(setupOf({ ...EMPTY_SETUP, amounts: { 'leave-one-out': '0' } }, IALS!)).toBeNull();
    expect(setupOf({ ...EMPTY_SETUP, seed: 'x' }, IALS!)).toBeNull();
  });

  test('shares are typed as per cent', () => {
    const form = { ...EMPTY_SETUP, protocol: 'temporal', amounts: { temporal: '25' } } as const;
    expect(protocolOf(form)).toEqual({ name: 'temporal', testShare: 0.25 });
  });
});

test('the settings of a run come back into the form without those that are as by default', () => {
  expect(textsOf({ dim: 128, epochs: 8, regularisation: 0.01 }, IALS!.settings)).toEqual({ dim: '128' });
  expect(textsOf({ weight: null, first: { l2: 50 } }, BLEND!.settings)).toEqual({ 'first.l2': '50' });
});

test('settings of one part share it', () => {
  expect(
    configOf([
      ['weight', 0.5],
      ['first.l2', 1],
      ['first.window', 2],
    ]),
  ).toEqual({ weight: 0.5, first: { l2: 1, window: 2 } });
});

describe.each([
  ['English', labEn],
  ['Chinese', labZh],
])('in %s', (_, words) => {
  test('every model says what it learns from, and every setting what it does', () => {
    expect(MODEL_KINDS.length).toBeGreaterThan(5);
    const known = modelDescriptions();
    expect(known.filter(({ name }) => !words.models[name]?.what).map(({ name }) => name)).toEqual([]);
    const unsaid = known.flatMap(({ name, settings }) =>
      settings
        .filter(({ field }) => words.settings.what(field) === '' || words.settings.name(field) === field)
        .map(({ field }) => `${name}.${field}`),
    );
    expect(unsaid).toEqual([]);
  });
});
