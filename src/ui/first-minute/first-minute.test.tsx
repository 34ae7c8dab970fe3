// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Homebody } from '../../client/state.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { SHOP_ITEMS } from '../testing/fake-shop.ts';
import { all, leave, one, press, type, visit } from '../testing/render.tsx';

vi.mock('../constellation/painter.ts', () => import('../testing/fake-painter.ts'));

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  localStorage.clear();
  await leave();
});

const QUESTION = 'Which of these would you take home?';
/** The three pictures; not the buttons that turn them down. */
const picks = (): readonly HTMLElement[] =>
  all('button', undefined, one('list', undefined, one('region', QUESTION)));
/** What was done, without the map's comings and goings. */
const acts = (): readonly string[] => calls.filter((call) => !call.endsWith('Constellation'));
/** Long enough for a press to be meant for what is there now. */
const look = (): Promise<unknown> => act(() => new Promise((done) => setTimeout(done, 400)));
const come = async (options = {}): Promise<Homebody> => {
  const homebody = fakeHomebody('first-minute', calls, { size: 8, ...options });
  await visit(homebody);
  await look();
  return homebody;
};

describe('the first minute', () => {
  test('greets with the promise, three pictures, somebody to step into, and the shelves below', async () => {
    await come();
    expect(one('heading', /^This shop learns what you like\./).tagName).toBe('H1');
    expect(picks().map((pick) => pick.textContent)).toEqual(
      [0, 1, 2].map((i) => `${i + 1}${SHOP_ITEMS[i]!.title}`),
    );
    expect(all('button', /The weekend hiker/)).toHaveLength(1);
    expect(all('article', undefined, one('region', 'For you')).length).toBe(8);
  });

  test('three choices are three likes, told one by one, and end it', async () => {
    await come();
    expect(one('region', QUESTION).textContent).toContain('1 of 3');
    await press(picks()[1]!);
    expect(acts()).toEqual(['record like 1']);
    expect(one('region', QUESTION).textContent).toContain(
      'Because you liked “Sage stoneware mug”: the shelves have changed.',
    );
    expect(one('region', QUESTION).textContent).toContain('2 of 3');
    await look();
    await press(picks()[0]!);
    await look();
    await press(picks()[2]!);
    expect(calls.filter((call) => call.startsWith('record like'))).toHaveLength(3);
    expect(all('region', QUESTION)).toHaveLength(0);
    expect(one('heading', 'For you').tagName).toBe('H1');
  });

  test('a choice that could not be recorded costs no round, and can be made again', async () => {
    const { actions } = await come();
    const record = vi.spyOn(actions, 'record').mockResolvedValueOnce();
    await press(picks()[1]!);
    expect(record).toHaveBeenCalledOnce();
    expect(one('region', QUESTION).textContent).toContain('1 of 3');
    expect(one('region', QUESTION).textContent).not.toContain('Because you liked');
    await look();
    await press(picks()[1]!);
    expect(acts()).toEqual(['record like 1']);
    expect(one('region', QUESTION).textContent).toContain('2 of 3');
  });

  test('the keys 1, 2 and 3 choose while the focus is in it', async () => {
    await come();
    picks()[0]!.focus();
    await type('3');
    expect(acts()).toEqual(['record like 2']);
  });

  test('“None of these” brings three others and costs no round', async () => {
    await come();
    await press(one('button', 'None of these'));
    expect(acts()).toEqual([]);
    expect(one('region', QUESTION).textContent).toContain('1 of 3');
    expect(picks().map((pick) => pick.dataset['item'])).toEqual(['3', '4', '5']);
  });

  test('a press that was meant for the picture before chooses nothing', async () => {
    await come();
    // However slow the machine: both presses at one moment.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now());
    await act(async () => picks()[0]!.click());
    await act(async () => picks()[0]!.click());
    clock.mockRestore();
    expect(acts()).toEqual(['record like 0']);
  });

  test('stepping into somebody records their likes and ends it, with the focus in the window', async () => {
    await come();
    const hiker = one('button', /The weekend hiker/);
    hiker.focus();
    await press(hiker);
    expect(acts()).toEqual(['stepInto hiker']);
    expect(all('region', QUESTION)).toHaveLength(0);
    expect(document.activeElement).toBe(all('article')[0]);
    expect(one('region', 'For you').textContent).toContain('In the shoes of “The weekend hiker”');
  });

  test('it can be skipped', async () => {
    await come();
    await press(one('button', 'Skip'));
    expect(acts()).toEqual([]);
    expect(all('region', QUESTION)).toHaveLength(0);
  });

  test('it is back when the history is empty again, unless it was skipped', async () => {
    const homebody = await come();
    await press(one('button', /The weekend hiker/));
    expect(all('region', QUESTION)).toHaveLength(0);
    await act(async () => homebody.actions.undo());
    await look();
    expect(all('region', QUESTION)).toHaveLength(1);
    await press(one('button', 'Skip'));
    await leave();
    await visit(homebody);
    expect(all('region', QUESTION)).toHaveLength(0);
  });

  test('afterwards the steering leads to the same people', async () => {
    await visit(fakeHomebody('full', calls, { size: 8 }));
    await press(one('button', 'Step into somebody else’s shoes'));
    await press(one('button', /The weekend hiker/, one('dialog')));
    expect(acts()).toEqual(['stepInto hiker']);
    expect(all('dialog')).toHaveLength(0);
    expect(all('region', QUESTION)).toHaveLength(0);
  });

  test('the next question has the focus, and says how far it has come', async () => {
    await come();
    await press(picks()[1]!);
    const { activeElement } = document;
    expect(activeElement?.textContent).toBe(QUESTION);
    expect(document.getElementById(activeElement!.getAttribute('aria-describedby')!)?.textContent).toBe(
      '2 of 3',
    );
  });

  test('an answer on the shelves does not end it, and coming back after one does', async () => {
    const homebody = await come();
    await press(one('button', 'Like', all('article')[0]));
    expect(all('region', QUESTION)).toHaveLength(1);
    await leave();
    await visit(homebody);
    expect(all('region', QUESTION)).toHaveLength(0);
  });

  test('the next visit begins with the shape that the last one ended with', async () => {
    await come();
    expect(localStorage.getItem('homebody.front')).toBe('first');
    await press(one('button', 'Skip'));
    expect(localStorage.getItem('homebody.front')).toBe('window');
    await leave();
    await visit(fakeHomebody('starting'));
    expect(all('heading', /^This shop learns/)).toHaveLength(0);
  });
});
