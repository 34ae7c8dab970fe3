// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Lab } from '../../../client/lab/lab-state.ts';
import { fakeHomebody } from '../../testing/fake-homebody.ts';
import type { FakeState } from '../../testing/fake-homebody.ts';
import { all, leave, one, press, settle, visit } from '../../testing/render.tsx';

vi.mock('../../constellation/painter.ts', () => import('../../testing/fake-painter.ts'));

let calls: string[];
let lab: Lab;

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  await leave();
});

const main = (): string => document.querySelector('main')?.textContent ?? '';
const found = (): HTMLElement => one('region', 'What the attacker found out');
const exporting = (): HTMLElement => one('region', 'Hand something on, privately');
const asked = (what: string): unknown => {
  const call = calls.findLast((line) => line.startsWith(`${what} `));
  return call === undefined ? undefined : JSON.parse(call.slice(what.length + 1));
};
const button = (name: string, within?: HTMLElement): HTMLButtonElement =>
  one('button', name, within) as HTMLButtonElement;

async function room(state: FakeState): Promise<void> {
  const homebody = fakeHomebody(state, calls);
  lab = await homebody.lab();
  await visit(homebody, '/lab/privacy');
}
async function choose(within: HTMLElement, label: string, value: string): Promise<void> {
  const of = [...within.querySelectorAll('label')].find(({ textContent }) => textContent === label);
  const field = document.getElementById(of?.htmlFor ?? '') as HTMLSelectElement | HTMLInputElement;
  const prototype = field.tagName === 'SELECT' ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event(field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
  await settle();
}

test('says that learning here needs no protection; without a run there is the way to the bench, and the tally', async () => {
  await room('empty');
  expect(main()).toContain('Learning on your own device needs no protection');
  expect(main()).toContain('No runs yet');
  expect(one('link', 'To the bench').getAttribute('href')).toBe('#/lab');
  expect(one('region', 'Handed on so far').textContent).toContain('Nothing private was handed on');
});

describe('the attack', () => {
  test('is told in words, as it is and private, with its interval and what the figure means', async () => {
    await room('full');
    const text = found().textContent;
    expect(text).toContain('the attacker picks the right one 94 times of 100. A coin would 50 times.');
    expect(text).toContain('As far as can be told, the attacker does no better than a coin.');
    expect(text).toContain('0.9412 0.9310 – 0.9514');
    expect(text).toContain('0.5 is a coin toss');
    expect(text).toContain('ε is at least3.61');
    expect(text).toContain('An attack that finds nothing proves nothing');
  });

  test('is asked for with its run, its ε and its attacker; shows how far it is, and can be ended', async () => {
    await room('full');
    const form = one('region', 'Could somebody tell who was in the log?');
    await choose(form, 'Beside it, made private with ε', '4');
    await press(button('Try the attack', form));
    expect(asked('attack')).toEqual({ run: 'run-ials', epsilon: 4, shadows: 8 });
    const working = one('region', 'The attack is under way');
    expect(working.textContent).toContain('Model 4 of 9, as it is');
    expect(one('progressbar', 'The attack is under way', working).getAttribute('aria-valuetext')).toBe(
      '19% about 35 sec left',
    );
    expect(button('Try the attack', form).disabled).toBe(true);
    // One at a time, whatever it is.
    expect(button('What would it cost?').disabled).toBe(true);
    await press(one('link', 'Bench'));
    expect(button('Train and measure').disabled).toBe(true);
    expect(main()).toContain('One at a time');
    await press(one('link', 'Privacy', one('navigation', 'Rooms of the lab')));
    await press(button('Cancel', one('region', 'The attack is under way')));
    expect(calls).toContain('cancel');
    expect(button('Try the attack').disabled).toBe(false);
  });

  test('says which models cannot be attacked, and which cannot be private', async () => {
    await room('full');
    const form = one('region', 'Could somebody tell who was in the log?');
    await choose(form, 'A model like that of', 'run-ease');
    expect(form.textContent).toContain('EASE has no private training, so it is attacked as it is');
    expect(button('Try the attack', form).disabled).toBe(false);
    await choose(form, 'A model like that of', 'run-popularity');
    expect(form.textContent).toContain('cannot be asked about one person');
    expect(button('Try the attack', form).disabled).toBe(true);
  });
});

describe('the private export', () => {
  test('tells its cost and its promise before it can be saved, and asks anew when anything is changed', async () => {
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(
      this: HTMLAnchorElement,
    ) {
      saved.push(this.download);
    });
    await room('full');
    expect(button('Save the private file').disabled).toBe(true);
    await press(button('What would it cost?'));
    expect(asked('privacyCost')).toEqual({ run: 'run-ials', what: 'model', epsilon: 4, mostItems: null });
    const cost = one('region', 'What it costs').textContent;
    expect(cost).toContain('With this noise 41 of 100 right guesses stay');
    expect(cost).toContain('HR@10, leave-one-out, full ranking, on the same 5,000 people.');
    expect(cost).toMatch(/Without noise0\.1312 .*With noise0\.0541 .*What is popular0\.0322/);
    expect(cost).toContain('δ10⁻⁵');
    expect(cost).toContain('each person, with all of their events');
    expect(cost).toContain('the privacy loss distribution (PLD)');
    expect(one('region', 'Handed on so far').textContent).toContain('With the next one at most ε = 9.');
    await choose(exporting(), 'ε: how much may be found out about one person', '1');
    expect(button('Save the private file').disabled).toBe(true);
    await press(button('What would it cost?'));
    await press(button('Save the private file'));
    expect(asked('exportPrivately')).toMatchObject({ epsilon: 1 });
    expect(saved).toEqual(['private-model']);
    expect(main()).toContain('The private file is saved. It counts from now on.');
    expect(one('region', 'Handed on so far').textContent).toContain('Together 3 files promise ε = 6');
  });

  test('of counts says why the noise is put on once, and refuses to go without a bound', async () => {
    await room('full');
    await choose(exporting(), 'What is handed on', 'counts');
    expect(exporting().textContent).toContain('noise is put on the finished counts once');
    await choose(exporting(), 'Things of each person that count, at most', '');
    await choose(exporting(), 'Things of each person that count, at most', '0');
    await press(button('What would it cost?'));
    expect(asked('privacyCost')).toBeUndefined();
    expect(exporting().textContent).toContain('This must be a whole number from 1 to 1,000.');
    await choose(exporting(), 'Things of each person that count, at most', '5');
    await press(button('What would it cost?'));
    expect(asked('privacyCost')).toMatchObject({ what: 'counts', mostItems: 5 });
    expect(one('region', 'What it costs').textContent).toContain('5 things of each person at most');
  });

  test('is refused where nothing can be promised: another model, a log without people', async () => {
    await room('full');
    await choose(exporting(), 'Settings and protocol of', 'run-ease');
    expect(exporting().textContent).toContain('Nothing can be promised for EASE');
    expect(button('What would it cost?').disabled).toBe(true);
    await choose(exporting(), 'What is handed on', 'counts');
    expect(button('What would it cost?').disabled).toBe(false);
    const { facts } = lab.store.getState();
    await act(async () => lab.store.setState({ facts: { ...facts!, userCount: 0 } }));
    expect(exporting().textContent).toContain('This log has no people');
    expect(button('What would it cost?').disabled).toBe(true);
    expect(all('button', 'Save the private file')).toHaveLength(1);
  });
});
