// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FeedComparison } from '../../client/state.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { cardsOf, SHOP_ITEMS } from '../testing/fake-shop.ts';
import { all, leave, nameOf, one, press, type, visit } from '../testing/render.tsx';

let calls: string[];

beforeEach(() => {
  calls = [];
  narrow();
});

afterEach(async () => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  localStorage.clear();
  await leave();
});

/** A page of another width: happy-dom itself is 1024 wide. */
function narrow(wide = false): void {
  const original = matchMedia;
  vi.stubGlobal('matchMedia', (query: string) =>
    query.startsWith('(min-width')
      ? { matches: wide, addEventListener: () => undefined, removeEventListener: () => undefined }
      : original(query),
  );
}

/** The shelves at two moments: 4 comes to the front, 1 leaves, 3 falls by one, 2 stays. */
const COMPARED: FeedComparison = {
  before: cardsOf(SHOP_ITEMS, [1, 2, 3], false),
  after: cardsOf(SHOP_ITEMS, [4, 2, 5, 3], false),
};
function shop() {
  const homebody = fakeHomebody('cart', calls);
  const answer = async (): Promise<FeedComparison> => COMPARED;
  return { ...homebody, actions: { ...homebody.actions, previewTakeBack: answer, whatMoved: answer } };
}
const main = (): string => document.querySelector('main')?.textContent ?? '';

describe('taking back', () => {
  test('shows first what would change, and changes nothing until it is confirmed', async () => {
    await visit(shop(), '/history');
    const opener = one('button', 'Take back: Forest green rucksack, 28 l');
    await press(opener);
    expect(calls).toEqual([]);
    const preview = one('group', 'What moved');
    expect(preview.textContent).toContain('3 places of the first twelve would change.');
    expect(preview.textContent).toContain('2 would come in');
    expect(preview.textContent).toContain('Would be goneSage stoneware mugplace 1');
    expect(preview.textContent).toContain('Would fallMustard lambswool blanket3 → 4');
    expect(nameOf(document.activeElement!)).toBe('Take it back');
    await press(one('button', 'Take it back', preview));
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatch(/^takeBack \d+$/);
    expect(all('button', 'Take back: Forest green rucksack, 28 l')).toHaveLength(0);
    expect(nameOf(document.activeElement!)).toBe('Take back: Teal spotted wellies');
  });

  test('keeping it, or Escape, closes the preview and gives the focus back to its button', async () => {
    await visit(shop(), '/history');
    for (const close of [
      () => press(one('button', 'Keep it')),
      () => type('Escape', document.activeElement!),
    ]) {
      await press(one('button', 'Take back: Duck-egg quilt'));
      await close();
      expect(all('group', 'What moved')).toHaveLength(0);
      expect(nameOf(document.activeElement!)).toBe('Take back: Duck-egg quilt');
    }
    expect(calls).toEqual([]);
  });

  test('an order is one entry and is taken back as a whole', async () => {
    const homebody = shop();
    vi.spyOn(Date, 'now').mockReturnValue(Date.now());
    await homebody.actions.order();
    await visit(homebody, '/history');
    await press(one('button', 'Take back: Order of 4 things'));
    await press(one('button', 'Take it back'));
    expect(calls.at(-1)).toMatch(/^takeBack \d+ \d+ \d+ \d+$/);
  });

  test('on a wide page the preview stands beside the list, both shelves in it', async () => {
    narrow(true);
    await visit(shop(), '/history');
    expect(one('region', 'What moved').textContent).toContain(
      'You put “Red enamel kettle, 1.5 l” in your cart.',
    );
    await press(one('button', 'Take back: Duck-egg quilt'));
    const beside = one('region', 'Without “Duck-egg quilt”');
    expect(beside.textContent).toContain('NowWithout it');
  });
});

describe('what moved', () => {
  test('is said place by place, as one list, and why', async () => {
    await visit(shop(), '/history');
    await press(one('button', 'What moved: Duck-egg quilt'));
    const dialog = one('dialog', 'What moved');
    expect(dialog.textContent).toContain(
      'You wished for “Duck-egg quilt”. Of the first twelve places: 2 things came in, 1 fell, and 1 is gone.',
    );
    expect([...dialog.querySelectorAll('li')].map((line) => line.textContent)).toEqual([
      'Ink blue linen shirt: new, 1st',
      'Oak chopping board, 40 cm: new, 3rd',
      'Mustard lambswool blanket: from 3rd to 4th',
      'Sage stoneware mug: gone, it was 1st',
      'Tan leather walking boots: still 2nd',
    ]);
  });
});

describe('the filter', () => {
  test('comes with the thirteenth entry and leaves one kind', async () => {
    const homebody = shop();
    await visit(homebody, '/history');
    expect(document.querySelectorAll('main input[type=radio]')).toHaveLength(0);
    await leave();
    for (const row of [30, 31, 32]) await homebody.actions.record('view', row as never);
    await visit(homebody, '/history');
    const bought = [...document.querySelectorAll('main label')].find(
      (label) => label.textContent === 'Bought',
    );
    await press(bought!.querySelector('input')!);
    expect(all('button', /^Take back: /).map(nameOf)).toEqual(['Take back: Mustard lambswool blanket']);
  });
});

test('an empty history leads to the shelves', async () => {
  await visit(fakeHomebody('training'), '/history');
  expect(main()).toContain('Nothing yet.');
  expect(one('link', 'See your shelves').getAttribute('href')).toBe('#/');
});
