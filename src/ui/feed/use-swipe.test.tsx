// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isDrag, swipeOf, useSwipe } from './use-swipe.ts';

describe('swipeOf', () => {
  test('is sure from 40 % of the width on, at least 64 px and at most 150', () => {
    expect(swipeOf(79, 200)).toEqual({ side: 'like', sure: false });
    expect(swipeOf(80, 200)).toEqual({ side: 'like', sure: true });
    expect(swipeOf(-80, 200)).toEqual({ side: 'dismiss', sure: true });
    expect(swipeOf(63, 100).sure).toBe(false);
    expect(swipeOf(64, 100).sure).toBe(true);
    expect(swipeOf(-150, 500).sure).toBe(true);
  });
});

describe('isDrag', () => {
  test('is not told before 12 px, then sideways only where it is more than twice as far as down', () => {
    expect(isDrag(8, 8)).toBeNull();
    expect(isDrag(20, 9)).toBe(true);
    expect(isDrag(20, 10)).toBe(false);
    expect(isDrag(10, 14)).toBe(false);
    expect(isDrag(-20, 18)).toBe(false);
  });
});

describe('useSwipe', () => {
  let root: Root;
  let answers: string[];
  let clicks: number;

  function Shelf() {
    const { swipe, ...handlers } = useSwipe('[data-swipe]', (side, thing) =>
      answers.push(`${side} ${thing.id}`),
    );
    return (
      <div {...handlers}>
        <article id="kettle" data-swipe="">
          <button type="button" onClick={() => (clicks += 1)}>
            Kettle
          </button>
        </article>
        <output>{swipe ? `${swipe.side} ${swipe.sure}` : 'still'}</output>
      </div>
    );
  }
  const send = (type: string, x: number, y = 300, pointerType = 'touch'): void => {
    const init = { clientX: x, clientY: y, pointerType, pointerId: 7, isPrimary: true, bubbles: true };
    const target = document.querySelector('button')!;
    act(() => void target.dispatchEvent(new PointerEvent(type, init)));
  };
  const said = (): string | null => document.querySelector('output')!.textContent;
  const kettle = (): HTMLElement => document.getElementById('kettle')!;

  beforeEach(() => {
    globalThis.IS_REACT_ACT_ENVIRONMENT = true;
    answers = [];
    clicks = 0;
    document.body.innerHTML = '<div id="root"></div>';
    root = createRoot(document.getElementById('root')!);
    act(() => root.render(<Shelf />));
    Object.defineProperty(kettle(), 'offsetWidth', { value: 200 });
    Object.assign(kettle(), { setPointerCapture: vi.fn(), animate: () => ({ cancel: vi.fn() }) });
  });
  afterEach(() => act(() => root.unmount()));

  test('a drag to the right past the threshold likes, and the thing has followed the finger', () => {
    send('pointerdown', 100);
    send('pointermove', 130);
    expect(kettle().style.transform).toContain('translateX(30px)');
    expect(said()).toBe('like false');
    send('pointermove', 180);
    expect(said()).toBe('like true');
    send('pointerup', 180);
    expect(answers).toEqual(['like kettle']);
    expect(said()).toBe('still');
  });

  test('a drag to the left turns down', () => {
    send('pointerdown', 300);
    send('pointermove', 200);
    send('pointerup', 200);
    expect(answers).toEqual(['dismiss kettle']);
  });

  test('below the threshold it springs back, and the link under the finger is not followed', () => {
    send('pointerdown', 100);
    send('pointermove', 140);
    send('pointerup', 140);
    act(() => document.querySelector('button')!.click());
    expect(answers).toEqual([]);
    expect(kettle().style.transform).toBe('');
    expect(clicks).toBe(0);
    act(() => document.querySelector('button')!.click());
    expect(clicks).toBe(1);
  });

  test('a scroll is no drag, however far it then goes sideways', () => {
    send('pointerdown', 100);
    send('pointermove', 105, 330);
    send('pointermove', 250, 340);
    send('pointerup', 250, 340);
    expect(answers).toEqual([]);
    expect(kettle().style.transform).toBe('');
  });

  test('a drag that the browser takes over answers nothing', () => {
    send('pointerdown', 100);
    send('pointermove', 200);
    send('pointercancel', 200);
    expect(answers).toEqual([]);
    expect(said()).toBe('still');
  });

  test('a mouse and a finger from the edge of the screen drag nothing', () => {
    send('pointerdown', 100, 300, 'mouse');
    send('pointermove', 250, 300, 'mouse');
    send('pointerup', 250, 300, 'mouse');
    send('pointerdown', 6);
    send('pointermove', 200);
    send('pointerup', 200);
    expect(answers).toEqual([]);
  });
});
