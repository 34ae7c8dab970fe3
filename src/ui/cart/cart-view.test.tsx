// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { all, leave, one, press, visit } from '../testing/render.tsx';

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  localStorage.clear();
  await leave();
});

const heading = (): string | null | undefined => document.querySelector('main h1')?.textContent;
const main = (): string => document.querySelector('main')?.textContent ?? '';
/** In the cart of the state `cart`: a rucksack of 124.80, two kettles of 64.00 each and jam of 7.20. */
const cart = () => fakeHomebody('cart', calls);

describe('the cart', () => {
  test('shows each line with its price and how many, and what it comes to', async () => {
    await visit(cart(), '/cart');
    expect(heading()).toBe('Your cart');
    expect(main()).toContain('4 things');
    expect(one('group', 'How many of “Red enamel kettle, 1.5 l”').textContent).toBe('2');
    expect(main()).toContain('€128.00€64.00 each');
    expect(main()).toContain('Sum€260.00');
  });

  test('one more is put in, one less is the newest of them taken back, and the focus stays in the list', async () => {
    const homebody = cart();
    await visit(homebody, '/cart');
    await press(one('button', 'One more: Damson jam'));
    expect(calls).toEqual(['record cart 10']);
    const newest = homebody.store.getState().history[0]!.event.id;
    await press(one('button', 'One less: Damson jam'));
    expect(calls.at(-1)).toBe(`takeBack ${newest}`);
    const less = one('button', 'One less: Damson jam');
    less.focus();
    await press(less);
    expect(all('group', 'How many of “Damson jam”')).toHaveLength(0);
    expect(document.activeElement?.textContent).toBe('Red enamel kettle, 1.5 l');
  });

  test('offers what goes well with it, without what is in it', async () => {
    await visit(cart(), '/cart');
    const shelf = one('region', 'Goes well with what is in your cart');
    const titles = all('link', undefined, shelf).map((link) => link.textContent);
    expect(titles).toHaveLength(8);
    expect(titles).not.toContain('Damson jam');
  });

  test('leads to the shelves, and to things on them, when it is empty', async () => {
    await visit(fakeHomebody('training', calls), '/cart');
    expect(main()).toContain('Your cart is empty.');
    expect(one('link', 'See your shelves').getAttribute('href')).toBe('#/');
    expect(all('link', undefined, one('region', 'Perhaps one of these'))).toHaveLength(8);
  });

  test('is not there where nothing has a price', async () => {
    await visit(fakeHomebody('films'), '/cart');
    expect(heading()).toBe('There is no cart here');
  });
});

describe('the checkout', () => {
  test('says that nothing is charged before it orders, then what was bought; undone, it is the cart again', async () => {
    await visit(cart(), '/cart');
    await press(one('button', 'Review the order'));
    expect(heading()).toBe('Before you order');
    expect(location.hash).toBe('#/cart/order');
    expect(main()).toContain('Nothing is charged. No parcel comes.');
    expect(calls).toEqual([]);
    await press(one('button', 'Place the pretend order'));
    expect(calls).toEqual(['order']);
    expect(heading()).toBe('Thank you');
    expect(main()).toContain(
      'You bought “Forest green rucksack, 28 l”, 2 × “Red enamel kettle, 1.5 l”, and “Damson jam”.',
    );
    expect(main()).toMatch(/It changed \d+ of the first twelve places on your shelves\./);
    await press(one('button', 'Undo', document.querySelector('main')!));
    expect(heading()).toBe('Your cart');
    expect(location.hash).toBe('#/cart');
    expect(main()).toContain('4 things');
  });

  test('the thanks outlive a reload, without what the shelves were before; unknown, they are the cart', async () => {
    const homebody = cart();
    await visit(homebody, '/cart/order');
    await press(one('button', 'Place the pretend order'));
    expect(location.hash).toBe('#/cart/thanks');
    await leave();
    await visit(homebody, '/cart/thanks');
    expect(main()).toContain('You bought “Forest green rucksack, 28 l”');
    expect(main()).not.toContain('first twelve places');
    await leave();
    history.replaceState(null, '');
    await visit(cart(), '/cart/thanks');
    expect(heading()).toBe('Your cart');
  });

  test('an order whose undo has run out while new shelves were awaited is an order', async () => {
    const homebody = cart();
    const order = async () => {
      const events = await homebody.actions.order();
      homebody.store.setState({ undoable: null });
      return events;
    };
    await visit({ ...homebody, actions: { ...homebody.actions, order } }, '/cart/order');
    await press(one('button', 'Place the pretend order'));
    expect(heading()).toBe('Thank you');
  });

  test('an order that is undone while new shelves are awaited is the cart again, and no failure', async () => {
    const homebody = cart();
    const order = async () => {
      const events = await homebody.actions.order();
      await homebody.actions.undo();
      return events;
    };
    await visit({ ...homebody, actions: { ...homebody.actions, order } }, '/cart/order');
    await press(one('button', 'Place the pretend order'));
    expect(heading()).toBe('Your cart');
    expect(main()).toContain('4 things');
    expect(main()).not.toContain('Nothing was recorded.');
  });

  test('an order that was not recorded leaves the cart as it was, and says so', async () => {
    const homebody = cart();
    await visit({ ...homebody, actions: { ...homebody.actions, order: async () => null } }, '/cart');
    await press(one('button', 'Review the order'));
    await press(one('button', 'Place the pretend order'));
    expect(main()).toContain('Nothing was recorded. Your cart is as it was.');
    await press(one('button', 'Change something'));
    expect(main()).toContain('4 things');
  });
});

describe('the wish list', () => {
  test('a wish that is moved to the cart leaves the list, and waits in the cart', async () => {
    await visit(cart(), '/wishes');
    expect(main()).toContain('3 wishes');
    await press(one('button', 'Move to cart: Teal spotted wellies'));
    expect(calls).toEqual(['record cart 21']);
    expect(all('article').map((card) => card.getAttribute('aria-labelledby'))).toEqual([
      'wish-16',
      'wish-23',
    ]);
    expect(main()).toContain('1 wish is in your cart.');
  });

  test('when all wishes are in the cart, that is all that is said', async () => {
    await visit(cart(), '/wishes');
    for (const title of ['Teal spotted wellies', 'Duck-egg quilt', 'Striped two-person tent']) {
      await press(one('button', `Move to cart: ${title}`));
    }
    expect(main()).toContain('All 3 wishes are in your cart.');
    expect(main()).not.toContain('You have wished for nothing yet.');
    expect(one('link', 'To the cart').getAttribute('href')).toBe('#/cart');
  });

  test('a wish is taken back, and the last one leaves a way to the shelves', async () => {
    await visit(cart(), '/wishes');
    for (const title of ['Teal spotted wellies', 'Duck-egg quilt', 'Striped two-person tent']) {
      await press(one('button', `No longer wished for: ${title}`));
    }
    expect(calls.every((call) => call.startsWith('takeBack '))).toBe(true);
    expect(main()).toContain('You have wished for nothing yet.');
  });
});
