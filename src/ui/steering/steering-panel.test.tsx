// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { all, leave, nameOf, one, press, visit } from '../testing/render.tsx';
import { en } from '../words/en.ts';

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(leave);

const group = (name: string): HTMLElement => one('group', name);

describe('steering', () => {
  test('the slider "Familiar to adventurous" sets the value', async () => {
    await visit(fakeHomebody('full', calls, { size: 4 }));
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Familiar to adventurous"]')!;
    expect(slider.type).toBe('range');
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(slider, '0.8');
      slider.dispatchEvent(new Event('input', { bubbles: true }));
    });
    expect(calls).toEqual(['setAdventurousness 0.8']);
  });

  test('its effect is said in words, as a number only where it is one', () => {
    expect(en.steering.effect(0, 1)).toBe('What is closest to your taste, and nothing else.');
    expect(en.steering.effect(0.3, 1.02)).toBe('Still mostly close to what you know.');
    expect(en.steering.effect(0.8, 1.41)).toBe(
      'A wider mix: these things differ from one another 1.4 times as much as at “Familiar”.',
    );
  });

  test('a department of the mood is on or off, and all of it can be forgotten', async () => {
    await visit(fakeHomebody('steered', calls, { size: 4 }));
    const mood = group('In the mood for');
    expect(one('button', 'Garden', mood).getAttribute('aria-pressed')).toBe('true');
    await press(one('button', 'Garden', mood));
    await press(one('button', 'Pantry', mood));
    await press(one('button', 'Forget: Less like “Beech building blocks”', mood));
    await press(one('button', 'Forget the mood'));
    expect(calls).toEqual(['moodFor Garden false', 'moodFor Pantry true', 'forgetMood 13', 'forgetMood']);
    expect(all('button', 'Forget the mood')).toHaveLength(0);
  });

  test('what is muted is listed with its way back, and nothing where nothing is', async () => {
    await visit(fakeHomebody('steered', calls, { size: 4 }));
    expect(all('button', undefined, group('Muted')).map(nameOf)).toEqual([
      'Show Play again',
      'Show Tarnwick again',
    ]);
    const brand = one('button', 'Show Tarnwick again');
    brand.focus();
    await press(brand);
    expect(document.activeElement).toBe(one('button', 'Show Play again'));
    await press(one('button', 'Show Play again'));
    expect(calls).toEqual(['unmute brand Tarnwick', 'unmute department Play']);
    expect(all('group', 'Muted')).toHaveLength(0);
  });

  test('what is muted is not offered as a mood', async () => {
    await visit(fakeHomebody('steered', calls, { size: 4 }));
    expect(all('button', 'Play', group('In the mood for'))).toHaveLength(0);
    await press(one('button', 'Show Play again'));
    expect(all('button', 'Play', group('In the mood for'))).toHaveLength(1);
  });

  test('on narrow pages a button opens it, and says what is set', async () => {
    await visit(fakeHomebody('steered', calls, { size: 4 }));
    const button = one('button', /^Steer the shelves/);
    expect(button.textContent).toContain('a mood is set, 2 muted');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
  });
});
