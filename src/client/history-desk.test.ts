import { beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import { itemIndex } from '../domain/ids.ts';
import { outcomeOf } from '../domain/outcome.ts';
import { cartOf } from './cart.ts';
import { FakeTab } from './testing/fake-tab.ts';

let tab: FakeTab;
beforeEach(async () => {
  tab = new FakeTab();
  await tab.started();
});

const kinds = (): readonly string[] => tab.state.history.map((entry) => `${entry.event.kind} ${entry.index}`);
const recorded = (): readonly string[] => tab.vault.calls.filter((call) => call.startsWith('record'));

/** Puts a piece into the cart, later than the one before. */
async function put(row: number): Promise<void> {
  tab.now += 400;
  await tab.actions.record('cart', itemIndex(row));
}

describe('the cart', () => {
  test('takes another piece with another click, but one with a double click', async () => {
    await tab.actions.record('cart', itemIndex(4));
    tab.now += 399;
    await tab.actions.record('cart', itemIndex(4));
    expect(kinds()).toEqual(['cart 4']);
    tab.now += 1;
    await tab.actions.record('cart', itemIndex(4));
    expect(kinds()).toEqual(['cart 4', 'cart 4']);
  });

  test('takes every piece that is asked for as one more, however fast', async () => {
    await tab.actions.record('cart', itemIndex(4));
    await tab.actions.record('cart', itemIndex(4), true);
    await tab.actions.record('cart', itemIndex(4), true);
    expect(kinds()).toEqual(['cart 4', 'cart 4', 'cart 4']);
  });

  test('takes no more pieces than there are', async () => {
    tab.vault.stock = 2;
    await put(4);
    await put(4);
    await put(4);
    expect(kinds()).toEqual(['cart 4', 'cart 4']);
    await put(6);
    expect(kinds()[0]).toBe('cart 6');
  });
});

test('a wish is one wish until the thing is bought', async () => {
  await tab.actions.record('wish', itemIndex(4));
  await tab.actions.record('wish', itemIndex(4));
  await tab.actions.record('purchase', itemIndex(4));
  await tab.actions.record('wish', itemIndex(4));
  expect(kinds()).toEqual(['wish 4', 'purchase 4', 'wish 4']);
});

describe('an order', () => {
  beforeEach(async () => {
    await put(4);
    await put(6);
    await put(4);
  });

  test('buys every piece in one transaction, and one undo brings the cart back', async () => {
    const ordered = await tab.actions.order();
    expect(ordered?.map((event) => `${event.kind} ${event.item}`)).toEqual([
      'purchase i4',
      'purchase i4',
      'purchase i6',
    ]);
    expect(recorded().at(-1)).toBe('record purchase i4, purchase i4, purchase i6');
    expect(cartOf(tab.state.history)).toEqual([]);
    expect(tab.state.undoable?.act).toMatchObject({ kind: 'order', events: [{}, {}, {}] });
    await tab.actions.undo();
    expect(kinds()).toEqual(['cart 4', 'cart 6', 'cart 4']);
    expect(cartOf(tab.state.history).map((line) => line.events.length)).toEqual([1, 2]);
    expect(tab.vault.events.map((event) => event.kind)).toEqual(['cart', 'cart', 'cart']);
  });

  test('that fails has bought nothing, and says so', async () => {
    tab.vault.recordGate = Promise.reject(new HomebodyError('vault/quota', 'No room.'));
    tab.vault.recordGate.catch(() => {});
    const before = tab.state;
    expect(await tab.actions.order()).toBeNull();
    expect(tab.state.problem?.code).toBe('vault/quota');
    expect(tab.state.history).toBe(before.history);
    expect(tab.state.undoable).toBe(before.undoable);
    expect(tab.vault.events.map((event) => event.kind)).toEqual(['cart', 'cart', 'cart']);
  });

  test('pressed twice is one order', async () => {
    await Promise.all([tab.actions.order(), tab.actions.order()]);
    await tab.actions.order();
    expect(recorded().filter((call) => call.includes('purchase'))).toHaveLength(1);
  });

  test('is one where it cannot be shown, which is said', async () => {
    // Another tab has recorded in between, so that the history is read anew, which fails.
    await tab.vault.api.record([]);
    vi.spyOn(tab.vault.api, 'events').mockImplementationOnce(() =>
      outcomeOf(() => {
        throw new HomebodyError('vault/closed', 'Not now.');
      }),
    );
    expect(await tab.actions.order()).toHaveLength(3);
    expect(tab.state.problem?.code).toBe('vault/closed');
  });

  test('and a step into a persona at the same time are both recorded', async () => {
    await Promise.all([tab.actions.order(), tab.actions.stepInto('hiker')]);
    expect(recorded().slice(-2).toSorted()).toEqual([
      'record like i3, like i5',
      'record purchase i4, purchase i4, purchase i6',
    ]);
  });
});

test('stepping into a persona likes what is not liked yet, with one undo', async () => {
  await tab.actions.record('like', itemIndex(5));
  await tab.actions.stepInto('hiker');
  expect(kinds()).toEqual(['like 3', 'like 5']);
  expect(tab.state.undoable?.act).toMatchObject({ kind: 'persona', persona: 'hiker' });
  expect(tab.shown).toEqual([4, 5, 6]);
  await tab.actions.undo();
  expect(kinds()).toEqual(['like 5']);
  await tab.actions.stepInto('nobody');
  expect(tab.state.problem).toBeNull();
  expect(kinds()).toEqual(['like 5']);
});

test('several events are taken back at once and come back into their old places', async () => {
  for (const row of [2, 4, 6, 8]) await tab.actions.record('like', itemIndex(row));
  const [newest, , third] = tab.state.history;
  await tab.actions.takeBack([newest!.event, third!.event]);
  expect(kinds()).toEqual(['like 6', 'like 2']);
  expect(tab.state.undoable?.act).toMatchObject({
    kind: 'taken-back',
    items: [{ title: 'Item 8' }, { title: 'Item 4' }],
  });
  await tab.actions.undo();
  expect(kinds()).toEqual(['like 8', 'like 6', 'like 4', 'like 2']);
  expect(tab.shown).toEqual([9, 10, 11]);
});

test('an act ends the offer to undo the one before', async () => {
  await tab.actions.record('like', itemIndex(4));
  await tab.actions.record('like', itemIndex(6));
  await tab.actions.undo();
  await tab.actions.undo();
  expect(kinds()).toEqual(['like 4']);
});

test('a second click takes the same events back no second time, and spoils neither the answer nor its undo', async () => {
  await put(4);
  await put(6);
  const [newest, oldest] = tab.state.history;
  await Promise.all([
    tab.actions.takeBack([newest!.event]),
    tab.actions.takeBack([newest!.event, oldest!.event]),
    tab.actions.takeBack([newest!.event]),
  ]);
  expect(tab.state.problem).toBeNull();
  expect(kinds()).toEqual([]);
  await tab.actions.undo();
  expect(kinds()).toEqual(['cart 4']);
});

test('what is recorded while another language is fetched stays in the history', async () => {
  await put(4);
  const { items } = tab.vault.api;
  vi.spyOn(tab.vault.api, 'items').mockImplementationOnce(async (...asked) => {
    await tab.actions.record('like', itemIndex(6));
    return items(...asked);
  });
  await tab.actions.speak('zh-Hans');
  expect(kinds()).toEqual(['like 6', 'cart 4']);
});

test('what another tab has taken back meanwhile cannot be undone; that is said, and nothing is lost', async () => {
  await tab.actions.record('like', itemIndex(4));
  tab.vault.events = [];
  await tab.actions.undo();
  expect(tab.state.problem?.code).toBe('vault/unknown-event');
  expect(tab.state.undoable).toBeNull();
});

describe('an undo that fails', () => {
  const failOnce = (): void => {
    vi.spyOn(tab.vault.api, 'takeBack').mockImplementationOnce(() =>
      outcomeOf(() => {
        throw new HomebodyError('vault/closed', 'Not now.');
      }),
    );
  };

  test('is reported, and can be tried again for another ten seconds', async () => {
    await tab.actions.record('like', itemIndex(4));
    const act = tab.state.undoable?.act;
    tab.now += 9000;
    failOnce();
    await tab.actions.undo();
    expect(tab.state.problem?.code).toBe('vault/closed');
    expect(tab.state.undoable).toEqual({ act, until: tab.now + 10_000 });
    expect(kinds()).toEqual(['like 4']);
    await tab.actions.undo();
    expect(kinds()).toEqual([]);
    expect(tab.state.undoable).toBeNull();
  });

  test('does not take the place of what was done meanwhile', async () => {
    await tab.actions.record('like', itemIndex(4));
    failOnce();
    await Promise.all([tab.actions.undo(), tab.actions.record('like', itemIndex(6))]);
    expect(tab.state.problem?.code).toBe('vault/closed');
    await tab.actions.undo();
    expect(kinds()).toEqual(['like 4']);
  });
});

test('a click draws the page twice: with the event, and with the shelves that have seen it', async () => {
  await tab.actions.record('like', itemIndex(2));
  const seen = await tab.watch(() => tab.actions.record('like', itemIndex(4)));
  expect(seen.map((state) => [state.history.length, state.undoable !== null, state.feedPending])).toEqual([
    [2, true, true],
    [2, true, false],
  ]);
  expect(seen[0]?.cards).not.toBe(seen[1]?.cards);
});
