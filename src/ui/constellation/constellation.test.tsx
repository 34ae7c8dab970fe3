// @vitest-environment happy-dom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { Homebody } from '../../client/state.ts';
import { HomebodyContext } from '../homebody-context.tsx';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { pictures } from '../testing/fake-painter.ts';
import { SHOP_ITEMS } from '../testing/fake-shop.ts';
import { all, one, press, settle, type } from '../testing/render.tsx';
import { en } from '../words/en.ts';
import { WordsContext } from '../words/words-context.tsx';
import { Constellation } from './constellation.tsx';
import { MARK } from './marks.ts';

vi.mock('./painter.ts', () => import('../testing/fake-painter.ts'));

const WIDTH = 480;
const HEIGHT = 332;

let root: Root | null = null;
let calls: string[];
let place: ReturnType<typeof memoryLocation>;
let onScreen: (visible: boolean) => void;

/** Without layout there is nothing to observe: it says what the test says. */
class Watcher {
  constructor(tell: (entries: readonly unknown[]) => void) {
    onScreen = (isIntersecting) => tell([{ isIntersecting }]);
  }
  observe(): void {}
  disconnect(): void {}
}
class Measurer {
  readonly #tell: (entries: readonly unknown[]) => void;
  constructor(tell: (entries: readonly unknown[]) => void) {
    this.#tell = tell;
  }
  observe(): void {
    this.#tell([{ contentRect: { width: WIDTH, height: HEIGHT } }]);
  }
  disconnect(): void {}
}

beforeEach(() => {
  calls = [];
  pictures.length = 0;
  vi.stubGlobal('IntersectionObserver', Watcher);
  vi.stubGlobal('ResizeObserver', Measurer);
});

afterEach(async () => {
  await act(async () => root?.unmount());
  vi.unstubAllGlobals();
});

async function draw(homebody: Homebody, size: 'compact' | 'full' = 'compact'): Promise<void> {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
  place = memoryLocation({ path: '/', record: true });
  await act(async () =>
    root!.render(
      <HomebodyContext value={homebody}>
        <WordsContext value={en}>
          <Router hook={place.hook}>
            <Constellation size={size} />
          </Router>
        </WordsContext>
      </HomebodyContext>,
    ),
  );
  await act(async () => onScreen(true));
  await settle();
}

const map = (): HTMLElement => one('application', 'Map of the shop');
const described = (): string =>
  document.getElementById(map().getAttribute('aria-describedby')!)!.textContent!;
const status = (): string => one('status').textContent!;

describe('the map', () => {
  test('asks for frames while it is on screen and for none when it has left it', async () => {
    await draw(fakeHomebody('full', calls));
    expect(calls).toEqual(['showConstellation']);
    await act(async () => onScreen(false));
    expect(calls).toEqual(['showConstellation', 'hideConstellation']);
  });

  test('says what is seen, and where the visitor’s own things are', async () => {
    await draw(fakeHomebody('full', calls));
    expect(described()).toMatch(
      /^1,200 things in 12 neighbourhoods; yours are in [^.]+ and [^.]+\. Arrow keys go from thing to thing/,
    );
  });

  test('gives the painter every point within its box, and lights the visitor’s own', async () => {
    const homebody = fakeHomebody('full', calls);
    await draw(homebody);
    const { pixels, marks, width, height, labels } = pictures.at(-1)!;
    expect(pixels).toHaveLength(2 * 1200);
    expect([width, height]).toEqual([WIDTH, HEIGHT]);
    for (let i = 0; i < pixels.length; i += 2) {
      expect(pixels[i]).toBeGreaterThanOrEqual(0);
      expect(pixels[i]).toBeLessThanOrEqual(WIDTH);
      expect(pixels[i + 1]).toBeGreaterThanOrEqual(0);
      expect(pixels[i + 1]).toBeLessThanOrEqual(HEIGHT);
    }
    const { history, constellation } = homebody.store.getState();
    const theirs = new Set(history.filter(({ event }) => event.kind !== 'view').map(({ index }) => index));
    const lit = Array.from(marks).filter((mark) => mark === MARK.own || mark === MARK.declined);
    expect(lit).toHaveLength(
      Array.from(constellation!.items).filter((row) => theirs.has(row as never)).length,
    );
    // There is nothing to draw names with here.
    expect(labels).toEqual([]);
  });

  test('paints its way to a new frame without asking the page for a frame of its own; by hand it asks', async () => {
    const homebody = fakeHomebody('full', calls);
    await draw(homebody);
    const asked = vi.spyOn(globalThis, 'requestAnimationFrame');
    try {
      const painted = pictures.length;
      const { constellation: frame } = homebody.store.getState();
      const positions = frame!.positions.map((at) => -at);
      await act(async () => homebody.store.setState({ constellation: { ...frame!, positions } }));
      await vi.waitFor(() => expect(pictures.length).toBeGreaterThan(painted + 1));
      expect(asked).not.toHaveBeenCalled();
      await type('+', map());
      await vi.waitFor(() => expect(asked).toHaveBeenCalled());
    } finally {
      asked.mockRestore();
    }
  });

  test('out of the page it paints nothing more', async () => {
    await draw(fakeHomebody('full', calls));
    await act(async () => root?.unmount());
    const painted = pictures.length;
    await settle();
    expect(pictures).toHaveLength(painted);
  });

  test('says in noise that there are no neighbourhoods yet', async () => {
    await draw(fakeHomebody('full', calls, { moment: 0 }));
    expect(described()).toContain('1,200 things, not yet in neighbourhoods; yours');
  });

  test('tells without a model that nothing is learnt, and after a failure that there is no map', async () => {
    await draw(fakeHomebody('empty', calls));
    expect(document.body.textContent).toContain('Nothing is learnt yet');
    await act(async () => root?.unmount());
    await draw(fakeHomebody('failed', calls));
    expect(document.body.textContent).toContain('The shop could not be opened, so there is no map.');
  });
});

describe('the keys', () => {
  test('an arrow looks at a thing and reads it out, the next one at another, Enter opens it', async () => {
    await draw(fakeHomebody('full', calls));
    map().focus();
    await type('ArrowRight', map());
    const first = status();
    expect(SHOP_ITEMS.some((item) => item.title === first)).toBe(true);
    await type('ArrowRight', map());
    const second = status();
    expect(second).not.toBe(first);
    const link = one('link', `Open ${second}`);
    await type('Enter', map());
    expect(place.history.at(-1)).toBe(link.getAttribute('href'));
    expect(SHOP_ITEMS[Number(place.history.at(-1)!.split('/').at(-1))]!.title).toBe(second);
  });

  test('what was chosen ends with its run, and the pointer looks at things again', async () => {
    const homebody = fakeHomebody('full', calls);
    await draw(homebody);
    await type('ArrowRight', map());
    expect(all('link', /^Open /)).toHaveLength(1);
    await act(async () => {
      const { constellation: frame } = homebody.store.getState();
      homebody.store.setState({ constellation: { ...frame!, run: frame!.run + 1 } });
    });
    await settle();
    expect(all('link', /^Open /)).toHaveLength(0);
    const isLookedAt = (): boolean => all('link', /^Open /).length > 0;
    for (let x = 0; x < WIDTH && !isLookedAt(); x += 10) {
      const at = { clientX: x, clientY: HEIGHT / 2, pointerType: 'mouse', bubbles: true };
      await act(async () => map().dispatchEvent(new PointerEvent('pointermove', at)));
    }
    expect(isLookedAt()).toBe(true);
  });

  test('Escape puts the card away, and the button on it gives the focus back to the map', async () => {
    await draw(fakeHomebody('full', calls));
    await type('ArrowDown', map());
    await type('Escape', map());
    expect(all('link', /^Open /)).toHaveLength(0);
    await type('ArrowDown', map());
    const away = one('button', 'Put the card away');
    away.focus();
    await press(away);
    expect(all('link', /^Open /)).toHaveLength(0);
    expect(document.activeElement).toBe(map());
  });

  test('those of the page are left to it', async () => {
    await draw(fakeHomebody('full', calls));
    const key = new KeyboardEvent('keydown', { key: 'l', bubbles: true, cancelable: true });
    await act(async () => map().dispatchEvent(key));
    expect(key.defaultPrevented).toBe(false);
  });
});

describe('the wheel', () => {
  const turn = async (deltaY: number, ctrlKey = false): Promise<boolean> => {
    const event = new WheelEvent('wheel', { deltaY, bubbles: true, cancelable: true });
    // Happy DOM's wheel events know no keys.
    Object.defineProperty(event, 'ctrlKey', { value: ctrlKey });
    await act(async () => map().dispatchEvent(event));
    return event.defaultPrevented;
  };

  test('scrolls the page until the map has the focus; with ctrl it zooms at once', async () => {
    await draw(fakeHomebody('full', calls));
    expect(await turn(-100)).toBe(false);
    expect(await turn(-100, true)).toBe(true);
    map().focus();
    expect(await turn(-100)).toBe(true);
  });

  test('is the page’s again where the map is whole', async () => {
    await draw(fakeHomebody('full', calls));
    map().focus();
    expect(await turn(100)).toBe(false);
  });
});

describe('a training', () => {
  test('is told in a sentence and can be stopped', async () => {
    await draw(fakeHomebody('training', calls));
    expect(document.body.textContent).toContain('Pass 6 of 16 on your processor, about 3 seconds left');
    await press(one('button', 'Stop training'));
    expect(calls).toContain('cancelTraining');
    expect(all('button', 'Stop training')).toHaveLength(0);
  });
});

describe('the large map', () => {
  test('has its neighbourhoods as a list with counts and ways into each', async () => {
    await draw(fakeHomebody('full', calls), 'full');
    const list = one('region', 'Neighbourhoods');
    const links = all('link', undefined, list);
    expect(links).toHaveLength(12);
    expect(links[0]!.textContent).toBe('Outdoors200 things');
    expect(links.map((link) => link.getAttribute('href'))).toContain('/department/0');
    expect(all('link', 'See it large')).toHaveLength(0);
  });
});
