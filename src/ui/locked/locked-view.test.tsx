// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import './locked-view.tsx';
import '../privacy/lock/lock-room.tsx';
import '../words/en/locked.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { PASSPHRASE } from '../testing/fake-lock.ts';
import { all, leave, one, press, settle, type, visit } from '../testing/render.tsx';

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  vi.useRealTimers();
  localStorage.clear();
  delete document.documentElement.dataset['door'];
  await leave();
});

const text = (): string => document.body.textContent ?? '';

/** The field of a label. */
function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((one_) => one_.textContent === label);
  return document.getElementById(found!.htmlFor) as HTMLInputElement;
}

async function fill(label: string, value: string): Promise<void> {
  const input = field(label);
  // React hears of a change that does not go through its own setter.
  const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
  await act(async () => {
    setter!.set!.call(input, value);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function submit(within: ParentNode = document): Promise<void> {
  await act(async () => within.querySelector('form')!.requestSubmit());
  await settle();
}

describe('the locked door', () => {
  test('shows nothing but itself, with the focus where the passphrase is typed', async () => {
    await visit(fakeHomebody('locked', calls), '/privacy');
    expect(all('heading').map((heading) => heading.textContent)).toEqual(['The door is locked']);
    expect(document.activeElement).toBe(field('Passphrase'));
    expect(document.title).toBe('Locked · Homebody');
    expect(all('navigation')).toEqual([]);
    expect(field('Passphrase').autocomplete).toBe('current-password');
  });

  test('says that a passphrase is wrong, gives the field the focus, and opens to the right one', async () => {
    await visit(fakeHomebody('locked', calls), '/privacy/lock');
    await submit();
    expect(text()).toContain('Type your passphrase first.');
    expect(calls).toEqual([]);
    await fill('Passphrase', 'not this one');
    await submit();
    expect(one('alert').textContent).toContain('That does not open it. Nothing is lost');
    expect(document.activeElement).toBe(field('Passphrase'));
    expect(field('Passphrase').getAttribute('aria-invalid')).toBe('true');
    await fill('Passphrase', PASSPHRASE);
    expect(one('alert').textContent).toBe('');
    await submit();
    expect(one('button', 'Lock now')).toBeTruthy();
    expect(document.activeElement?.tagName).toBe('MAIN');
  });

  test('counts a wait down, hears nobody meanwhile, and tells a reader when it begins and when it is over', async () => {
    vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] });
    await visit(fakeHomebody('locked', calls), '/privacy/lock');
    for (const wrong of ['one', 'two']) {
      await fill('Passphrase', wrong);
      await submit();
    }
    const told = (): string =>
      all('status')
        .map((status) => status.textContent)
        .join('');
    const shown = (): string => document.querySelector('form [aria-hidden=true]:not(svg)')?.textContent ?? '';
    expect(shown()).toContain('You can try again in 5 seconds.');
    expect(told()).toContain('in 5 seconds');
    expect((one('button', 'Unlock') as HTMLButtonElement).disabled).toBe(true);
    await fill('Passphrase', PASSPHRASE);
    await submit();
    expect(calls).toEqual(['unlock', 'unlock']);
    await act(async () => vi.advanceTimersByTime(2_000));
    expect(shown()).toContain('in 3 seconds.');
    expect(told()).toContain('in 5 seconds');
    await act(async () => vi.advanceTimersByTime(3_000));
    expect(told()).toBe('You can try again.');
    await submit();
    expect(one('button', 'Lock now')).toBeTruthy();
  });

  test('opens to a passkey', async () => {
    await visit(fakeHomebody('locked', calls), '/privacy/lock');
    await press(one('button', 'Unlock with a passkey'));
    expect(one('button', 'Lock now')).toBeTruthy();
  });
});

test('where the last visit knew of the door, nothing of the shop stands before it', async () => {
  const { dataset } = document.documentElement;
  const { store } = fakeHomebody('starting', calls);
  dataset['door'] = 'locked';
  const homebody = { ...fakeHomebody('locked', calls), store };
  await visit(homebody);
  expect(all('heading').map((heading) => heading.textContent)).toEqual(['The door is locked']);
  expect(all('navigation')).toEqual([]);
  await act(async () => store.setState({ phase: 'locked' }));
  expect(field('Passphrase')).toBeTruthy();
  // What is being unlocked begins as any shop.
  await act(async () => store.setState({ phase: 'starting' }));
  await settle();
  expect(all('navigation').length).toBeGreaterThan(0);
});

test('where it has been taken away since, the shop opens', async () => {
  const homebody = fakeHomebody('starting', calls);
  document.documentElement.dataset['door'] = 'locked';
  await visit(homebody);
  await act(async () => homebody.store.setState({ phase: 'ready' }));
  await settle();
  expect(all('navigation').length).toBeGreaterThan(0);
});

test('a door that falls shut leaves no dialog before it', async () => {
  const homebody = fakeHomebody('full', calls);
  await visit(homebody);
  await type('w', all('article')[0]!.querySelector('a')!);
  expect(all('dialog')).toHaveLength(1);
  await act(async () => homebody.store.setState({ phase: 'locked' }));
  await settle();
  expect(all('dialog')).toEqual([]);
  expect(all('heading').map((heading) => heading.textContent)).toEqual(['The door is locked']);
});

describe('the room of the lock', () => {
  const chosen = async (first: string, second: string): Promise<void> => {
    await fill('Passphrase', first);
    await fill('The same passphrase again', second);
    await submit();
  };

  test('takes a passphrase that is long enough and typed twice alike, and says that it is set', async () => {
    await visit(fakeHomebody('full', calls), '/privacy/lock');
    await chosen('short', 'short');
    expect(text()).toContain('It has fewer than 8 characters.');
    expect(document.activeElement).toBe(field('Passphrase'));
    await chosen('long enough', 'long enougn');
    expect(text()).toContain('The two are not the same.');
    expect(document.activeElement).toBe(field('The same passphrase again'));
    expect(calls).not.toContain('setPassphrase');
    await chosen('long enough', 'long enough');
    expect(calls).toContain('setPassphrase');
    expect(text()).toContain('Set. The shop opens with your passphrase from now on.');
    await press(one('button', 'Lock now'));
    expect(calls).toContain('lockNow');
  });

  test('is where Shift and l lead without a passphrase; with one they lock, and Caps Lock does not', async () => {
    const key = async (shiftKey: boolean): Promise<void> => {
      await act(async () =>
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'L', shiftKey, bubbles: true })),
      );
      await settle();
    };
    await visit(fakeHomebody('full', calls), '/privacy/limits');
    await key(false);
    expect(location.hash).toBe('#/privacy/limits');
    await key(true);
    expect(location.hash).toBe('#/privacy/lock');
    await chosen('long enough', 'long enough');
    await key(true);
    expect(calls.at(-1)).toBe('lockNow');
  });

  test('changes nothing without the passphrase, and everything with it', async () => {
    await visit(fakeHomebody('full', calls), '/privacy/lock');
    await chosen('long enough', 'long enough');
    await press(one('button', 'Add a passkey'));
    await fill('Your passphrase now', 'not this one');
    await submit(one('dialog'));
    expect(text()).toContain('That is not the passphrase. Nothing has changed.');
    await fill('Your passphrase now', 'long enough');
    await submit(one('dialog'));
    expect(text()).toContain('The passkey opens the shop from now on.');
    await press(one('button', /^Remove the passkey of /));
    expect(text()).toContain('None yet.');

    await press(one('button', 'Change the passphrase'));
    await fill('Your passphrase now', 'long enough');
    await fill('New passphrase', 'long enough');
    await fill('The new passphrase again', 'long enough');
    await submit(one('dialog'));
    expect(one('dialog').textContent).toContain('This is the passphrase that you have.');
    expect(document.activeElement).toBe(field('New passphrase'));
    await fill('New passphrase', 'long enough, too');
    await fill('The new passphrase again', 'long enough, too');
    await submit(one('dialog'));
    expect(text()).toContain('Changed.');
    await press(one('button', 'Remove the passphrase'));
    await fill('Your passphrase now', 'long enough, too');
    await submit(one('dialog'));
    expect(text()).toContain('Removed. The shop opens by itself in this browser.');
    expect(one('button', 'Set the passphrase')).toBeTruthy();
  });

  test('says of a passkey that opens nothing that it is the passkey', async () => {
    const homebody = fakeHomebody('full', calls);
    const { actions } = await homebody.lock();
    await visit(homebody, '/privacy/lock');
    await chosen('long enough', 'long enough');
    await act(() => actions.addPasskey({ passphrase: 'long enough' }));
    const refused = new HomebodyError('vault/wrong-passphrase', 'This does not open the vault.');
    vi.spyOn(actions, 'removePassphrase').mockRejectedValue(refused);
    await press(one('button', 'Remove the passphrase'));
    await press(one('button', 'Use a passkey instead'));
    expect(one('dialog').textContent).toContain('This passkey does not open it');
    expect(one('dialog').textContent).not.toContain('That is not the passphrase');
  });
});
