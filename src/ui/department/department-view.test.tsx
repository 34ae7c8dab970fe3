// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Homebody } from '../../client/state.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { all, leave, nameOf, one, press, settle, visit } from '../testing/render.tsx';

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(leave);

/** By its number in the catalogue: its name must not get into what the browser remembers of addresses. */
const GARDEN = '/department/4';
const main = (): string => document.querySelector('main')?.textContent ?? '';

describe('a department', () => {
  test('has its name, how many things it holds, by what they are ranked, and the first of them', async () => {
    await visit(fakeHomebody('full', calls), GARDEN);
    expect(one('heading', 'Garden').tagName).toBe('H1');
    expect(main()).toContain('100 things');
    expect(main()).toContain('Ranked for you');
    expect(all('article').length).toBeGreaterThanOrEqual(12);
    expect(all('article').every((card) => card.dataset['department'] === 'Garden')).toBe(true);
  });

  test('without a model it is what most people take', async () => {
    await visit(fakeHomebody('training'), GARDEN);
    expect(main()).toContain('What most people take first');
  });

  test('shows more on demand', async () => {
    await visit(fakeHomebody('full', calls), GARDEN);
    expect(all('article')).toHaveLength(36);
    await press(one('button', 'Show more'));
    await settle();
    expect(all('article')).toHaveLength(72);
    expect(document.activeElement).toBe(all('article')[36]);
  });

  test('can be muted and shown again', async () => {
    await visit(fakeHomebody('full', calls), GARDEN);
    await press(one('button', 'Mute this department'));
    expect(main()).toContain('Garden is muted, so nothing from it is shown.');
    expect(all('article')).toHaveLength(0);
    await press(one('button', 'Show it again'));
    expect(calls).toEqual(['mute department Garden', 'unmute department Garden']);
    expect(all('article').length).toBeGreaterThan(0);
  });

  test('asks anew after each answer of the visitor', async () => {
    const homebody = fakeHomebody('full', calls);
    const asked: string[] = [];
    const browse: Homebody['actions']['browse'] = async (name, k) => {
      asked.push(`${name} ${k}`);
      return homebody.actions.browse(name, k);
    };
    await visit({ ...homebody, actions: { ...homebody.actions, browse } }, GARDEN);
    expect(asked).toEqual(['Garden 36']);
    await press(one('button', 'Like', all('article')[0]));
    expect(asked).toEqual(['Garden 36', 'Garden 36']);
  });

  test.each(['12', '-1', 'Garden'])(
    'there is no number %s in this catalogue: it says so, and leads back',
    async (row) => {
      await visit(fakeHomebody('full'), `/department/${row}`);
      expect(nameOf(document.querySelector('h1')!)).toBe('There is no such department here');
      expect(all('link', /^Back/)).toHaveLength(1);
    },
  );

  test('one that cannot be fetched is an error in words', async () => {
    const homebody = fakeHomebody('full');
    homebody.actions.browse = async () => Promise.reject(new HomebodyError('worker/died', 'gone'));
    await visit(homebody, GARDEN);
    expect(one('alert').textContent).toContain('A part of the shop stopped');
  });

  test('is busy while it is fetched, and empty in words', async () => {
    const homebody = fakeHomebody('full');
    let answer: (value: { cards: []; available: number }) => void = () => undefined;
    homebody.actions.browse = async () => new Promise((resolve) => (answer = resolve));
    await visit(homebody, GARDEN);
    expect(all('status', 'Walking over')).toHaveLength(1);
    await act(async () => answer({ cards: [], available: 0 }));
    await settle();
    expect(main()).toContain('Nothing is left here.');
  });
});
