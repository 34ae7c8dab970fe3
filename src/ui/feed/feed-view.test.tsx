// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { SHOP_ITEMS } from '../testing/fake-shop.ts';
import { all, leave, nameOf, one, press, settle, type, visit } from '../testing/render.tsx';

vi.mock('../constellation/painter.ts', () => import('../testing/fake-painter.ts'));

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  localStorage.clear();
  await leave();
});

const SMALL = { size: 8 };
const region = (): HTMLElement => one('region', 'For you');
const list = (name: string): HTMLElement => one('list', name, region());
const titles = (): readonly string[] => all('article', undefined, region()).map(nameOf);

describe('the shop front', () => {
  test('has a window of three, shelves named by their reasons, and the rest as a list', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    expect(all('article', undefined, list('For you')).map(nameOf)).toEqual(
      [6, 7, 8].map((i) => SHOP_ITEMS[i]!.title),
    );
    expect(all('list', /^(Because|Goes|New|Popular)/, region()).map(nameOf)).toEqual([
      'Because you liked “Tan leather walking boots”',
      'Goes well with your “Red enamel kettle, 1.5 l”',
      'New to you',
      'Popular with everyone',
    ]);
    expect(all('article', undefined, list('More for you')).map(nameOf)).toEqual(
      [9, 10, 11, 12, 13].map((i) => SHOP_ITEMS[i]!.title),
    );
  });

  test('each thing is an article of a list item, named by its heading, with the same four buttons', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const cards = all('article', undefined, region());
    expect(cards.length).toBeGreaterThan(20);
    for (const card of cards) {
      expect(card.parentElement?.tagName).toBe('LI');
      expect(all('heading', nameOf(card), card)).toHaveLength(1);
      for (const name of ['Like', 'Not for me', 'Add to cart', 'Why this?']) {
        expect(all('button', name, card), `${name} of ${nameOf(card)}`).toHaveLength(1);
      }
    }
  });

  test('each button does what it says to its own thing', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const [, , side] = all('article');
    await press(one('button', 'Add to cart', side));
    await press(one('button', 'Like', all('article', undefined, list('Popular with everyone'))[1]));
    await press(one('button', 'Wish for it', all('article')[0]));
    await press(one('button', 'Not for me', all('article', undefined, list('More for you'))[0]));
    expect(calls.map((call) => call.split(' ').slice(0, 2).join(' '))).toEqual([
      'record cart',
      'record like',
      'record wish',
      'record dismiss',
    ]);
    expect(calls[0]).toBe('record cart 8');
  });

  test('the window says why in a sentence; before anything is known it is what many take', async () => {
    await visit(fakeHomebody('training'));
    await press(one('button', 'Skip'));
    const [window] = all('article');
    expect(window!.textContent).toContain('Because many people take it.');
    expect(region().textContent).toContain('This shop is simulated');
  });

  test('an answer is told in one line with a way to what moved', async () => {
    await visit(fakeHomebody('full', calls, { size: 60 }));
    expect(region().textContent).toContain('Like something, or turn it down, and the shelves answer.');
    await press(one('button', 'Not for me', all('article')[0]));
    expect(region().textContent).toMatch(
      /Because you turned down “The Lighthouse Keeper’s Accounts”: (the shelves have changed|.* moved up)\./,
    );
    await press(one('button', 'What moved?', region()));
    expect(all('dialog')).toHaveLength(1);
  });

  test('the list grows on demand, until there is no more', async () => {
    await visit(fakeHomebody('films', calls, { size: 12 }));
    const more = one('button', 'Show more', region());
    more.focus();
    await press(more);
    expect(calls).toEqual(['showMore']);
    expect(all('button', 'Show more')).toHaveLength(0);
    await settle();
    expect(document.activeElement?.tagName).toBe('ARTICLE');
  });

  test('Enter on a thing opens it, and so does its picture', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    all('article')[0]!.focus();
    await type('Enter');
    expect(location.hash).toBe('#/product/6');
    await leave();
    await visit(fakeHomebody('full', calls, SMALL));
    await press(one('link', '', all('article')[4]));
    expect(location.hash).toMatch(/^#\/product\/\d+$/);
  });

  test('the reason that all have in common is said once', async () => {
    await visit(fakeHomebody('training', calls, SMALL));
    expect(list('More that people take home').textContent).not.toContain('Popular with everyone');
  });

  test('films have no cart, and their genres are genres', async () => {
    await visit(fakeHomebody('films', calls, { size: 6 }));
    expect(all('button', 'Add to cart', region())).toHaveLength(0);
    expect(one('navigation', 'Walk through the genres').textContent).toContain('Comedy');
  });

  test('every department can be reached', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const links = all('link', undefined, one('navigation', 'Walk through the shop'));
    expect(links).toHaveLength(12);
    expect(links[0]!.getAttribute('href')).toBe('#/department/0');
  });

  test('loading is busy; empty says what to do', async () => {
    await visit(fakeHomebody('loading'));
    expect(region().getAttribute('aria-busy')).toBe('true');
    await leave();
    await visit(fakeHomebody('empty'));
    expect(region().textContent).toContain('The shelves are empty.');
  });
});

describe('the menu of a thing', () => {
  const openAt = async (card: HTMLElement): Promise<HTMLElement> => {
    await press(one('button', 'More choices', card));
    return one('menu');
  };

  beforeEach(() => {
    // The browser's popover, as far as the menu needs it.
    Object.assign(HTMLElement.prototype, { showPopover: () => undefined });
  });

  test('steers, mutes and explains, by names of this shop', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const menu = await openAt(all('article')[0]!);
    expect(menu.getAttribute('aria-label')).toBe('More choices for “The Lighthouse Keeper’s Accounts”');
    expect(all('menuitem', undefined, menu).map(nameOf)).toEqual([
      'More like this',
      'Less like this',
      'Wish for it',
      'Mute Books',
      'Mute Mossop & Daughters',
      'Why this?',
    ]);
    expect(document.activeElement).toBe(all('menuitem', undefined, menu)[0]);
    await press(one('menuitem', 'More like this', menu));
    expect(calls).toEqual(['moreLike 6']);
    expect(all('menu')).toHaveLength(0);
  });

  test('the arrow keys go round in it', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const menu = await openAt(all('article')[0]!);
    const items = all('menuitem', undefined, menu);
    const go = async (key: string): Promise<void> =>
      act(async () => {
        document.activeElement!.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
      });
    await go('ArrowUp');
    expect(document.activeElement).toBe(items.at(-1));
    await go('ArrowDown');
    expect(document.activeElement).toBe(items[0]);
    await go('End');
    expect(document.activeElement).toBe(items.at(-1));
  });

  test('closed by a press elsewhere, it leaves the focus there; else it gives it back to its button', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const card = all('article')[0]!;
    const close = async (): Promise<void> =>
      act(async () => {
        const closed = Object.assign(new Event('toggle'), { newState: 'closed' });
        one('menu').dispatchEvent(closed);
      });
    await openAt(card);
    await close();
    expect(document.activeElement).toBe(one('button', 'More choices', card));
    expect(all('menu')).toHaveLength(0);
    await openAt(card);
    const other = all('article')[1]!;
    other.focus();
    await close();
    expect(document.activeElement).toBe(other);
    expect(all('menu')).toHaveLength(0);
  });

  test('muting takes the thing away and leaves the focus on what came in its place', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const menu = await openAt(all('article')[0]!);
    await press(one('menuitem', 'Mute Books', menu));
    expect(calls).toEqual(['mute department Books']);
    expect(titles()).not.toContain('The Lighthouse Keeper’s Accounts');
    expect(nameOf(document.activeElement!)).toBe('Terracotta plant pot, wide');
  });
});

describe('nothing moves under a finger', () => {
  test('a new feed waits until the pointer is lifted', async () => {
    const homebody = fakeHomebody('full', calls, { size: 20 });
    await visit(homebody);
    const before = titles();
    const card = all('article')[0]!;
    await act(async () => card.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true })));
    await act(async () => homebody.actions.record('dismiss', homebody.store.getState().cards![0]!.index));
    expect(titles()).toEqual(before);
    await act(async () => card.dispatchEvent(new PointerEvent('pointerup', { bubbles: true })));
    await settle();
    expect(titles()).not.toEqual(before);
  });

  test('the focus goes to the card that takes the place of the one that left', async () => {
    await visit(fakeHomebody('full', calls, SMALL));
    const [, second, third] = all('article');
    const successor = nameOf(third!);
    const button = one('button', 'Not for me', second);
    button.focus();
    await press(button);
    expect(document.activeElement?.tagName).toBe('ARTICLE');
    expect(nameOf(document.activeElement!)).toBe(successor);
  });
});
