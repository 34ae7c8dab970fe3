// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../domain/errors.ts';
import type { ItemIndex } from '../domain/ids.ts';
import { fakeHomebody } from './testing/fake-homebody.ts';
import { all, leave, one, press, settle, type, visit } from './testing/render.tsx';

vi.mock('./constellation/painter.ts', () => import('./testing/fake-painter.ts'));

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  vi.useRealTimers();
  localStorage.clear();
  await leave();
});

const main = (): string => document.querySelector('main')?.textContent ?? '';

describe('the front room', () => {
  test('the privacy sentence with count and bytes stands beside the shelves', async () => {
    await visit(fakeHomebody('full'));
    expect(main()).toContain('14 events of yours');
    expect(main()).toContain('2.3\u00a0MB');
  });
});

describe('history', () => {
  test('each entry of the region "History" can be taken back, by name', async () => {
    await visit(fakeHomebody('full', calls));
    const region = one('region', 'History');
    const buttons = all('button', /^Take back: /, region);
    expect(buttons).toHaveLength(6);
    await press(one('button', 'Take back: Ink blue linen shirt', region));
    expect(calls).toEqual([]);
    await press(one('button', 'Take it back', region));
    expect(calls).toEqual(['takeBack 6']);
    expect(all('button', 'Take back: Ink blue linen shirt', region)).toHaveLength(0);
  });

  test('a strip offers to undo what was just done', async () => {
    const homebody = fakeHomebody('full', calls);
    await visit(homebody);
    await press(one('button', 'Like', all('article')[0]));
    expect(document.body.textContent).toContain('Liked “The Lighthouse Keeper’s Accounts”.');
    await press(one('button', 'Undo'));
    expect(calls.at(-1)).toBe('undo');
    expect(all('button', 'Undo')).toHaveLength(0);
  });

  test('while a dialog is open the strip stands in it, for what is behind cannot be pressed', async () => {
    await visit(fakeHomebody('full', calls));
    await type('w', all('article')[0]!.querySelector('a')!);
    await press(all('button', /^Take back: /, one('dialog'))[0]!);
    expect(document.querySelector('dialog [data-toast]')).not.toBeNull();
    await press(one('button', 'Undo', one('dialog')));
    expect(calls.at(-1)).toBe('undo');
    expect(document.activeElement?.closest('dialog')).not.toBeNull();
    await press(one('button', 'Close'));
    expect(document.querySelector('[data-toast]')).toBeNull();
  });

  test('a change is told once, in one live region', async () => {
    await visit(fakeHomebody('full', calls));
    await press(one('button', 'Like', all('article')[0]));
    await act(() => new Promise((resolve) => setTimeout(resolve, 650)));
    const [region, ...others] = document.querySelectorAll('[aria-live]');
    expect(others).toEqual([]);
    expect(region!.textContent).toMatch(
      /^Liked “The Lighthouse Keeper’s Accounts”\. (\d+ moved up|The shelves have changed)\. First is “/,
    );
  });
});

describe('training', () => {
  test('the progressbar "Training" is there while it runs and gone after; Cancel and Train change places', async () => {
    const homebody = fakeHomebody('training', calls);
    await visit(homebody);
    const bar = one('progressbar', 'Training');
    expect(bar.getAttribute('aria-valuenow')).toBe('41');
    expect(bar.getAttribute('aria-valuetext')).toBe('41% about 3 seconds left');
    expect(all('button', 'Train')).toHaveLength(0);
    await press(one('button', 'Cancel'));
    expect(all('progressbar', 'Training')).toHaveLength(0);
    await press(one('button', 'Train'));
    // The map comes when it comes.
    const asked = calls.filter((call) => call !== 'showConstellation');
    expect(asked).toEqual(['cancelTraining', 'train']);
  });

  test('says how good the model is in words, the exact figures one tap deeper', async () => {
    await visit(fakeHomebody('full'));
    const panel = one('region', 'Training');
    expect(panel.textContent).toContain('2.1 times as good as popularity at guessing what people took next.');
    expect(panel.textContent).toContain(
      'On your processor, 2 threads: your browser has only a software graphics card',
    );
    const details = panel.querySelector('details')!;
    expect(details.open).toBe(false);
    expect(details.textContent).toContain('0.0831');
    expect(details.textContent).toContain('5,120 people');
  });
});

describe('why', () => {
  test('is a sentence, then exact signed shares that add up, each with its way back', async () => {
    await visit(fakeHomebody('full', calls));
    await press(one('button', 'Why this?', all('article')[0]));
    const dialog = one('dialog', 'Why “The Lighthouse Keeper’s Accounts”?');
    expect(dialog.textContent).toContain(
      'Because you liked “Tan leather walking boots” and put “Red enamel kettle, 1.5 l” in your cart.',
    );
    const numbers = [...dialog.textContent!.matchAll(/[+-]\d\.\d{3}/g)].map(([number]) => Number(number));
    const sum = numbers.pop()!;
    expect(numbers).toHaveLength(6);
    expect(numbers.reduce((a, b) => a + b)).toBeCloseTo(sum, 9);
    await press(one('button', 'Take back: Tan leather walking boots', dialog));
    expect(calls).toEqual(['takeBack 8']);
  });

  test('closes when the catalogue changes under it', async () => {
    const homebody = fakeHomebody('full');
    const films = fakeHomebody('films').store.getState();
    await visit(homebody);
    await press(one('button', 'Why this?', all('article')[0]));
    expect(all('dialog')).toHaveLength(1);
    await act(async () => homebody.store.setState(films));
    expect(all('dialog')).toEqual([]);
  });

  test('without a history says so and invents nothing', async () => {
    await visit(fakeHomebody('training'));
    await press(one('button', 'Why this?', all('article')[0]));
    expect(one('dialog').textContent).toContain('Because many people take it.');
  });

  test.each([
    ['untrained', 'No model that looks at your history is trained'],
    ['same-for-all', 'a model that does not look at your history'],
    ['nothing', 'Nothing in your history draws the model yet'],
  ] as const)('where popularity ranks says why: %s', async (byPopularity, said) => {
    const homebody = fakeHomebody('full');
    const explain = async (index: ItemIndex) => {
      const found = (await homebody.actions.explain(index))!;
      const explanation = { ...found.explanation, causes: [], score: 0, byPopularity };
      return { ...found, causes: [], explanation };
    };
    await visit({ ...homebody, actions: { ...homebody.actions, explain } });
    await press(one('button', 'Why this?', all('article')[0]));
    expect(one('dialog').textContent).toContain('Because many people take it.');
    expect(one('dialog').textContent).toContain(said);
  });
});

describe('keys', () => {
  test('l, x and w act on the card that has the focus', async () => {
    await visit(fakeHomebody('full', calls));
    all('article')[0]!.focus();
    await type('l');
    const last = all('article').at(-1)!;
    last.focus();
    await type('x');
    expect(calls).toEqual(['record like 6', `record dismiss ${last.dataset['item']}`]);
    all('article')[0]!.focus();
    await type('w');
    expect(all('dialog')).toHaveLength(1);
    await type('l');
    expect(calls).toHaveLength(2);
  });

  test('u shows what would change without the newest, and undoes it once it is taken back', async () => {
    await visit(fakeHomebody('full', calls));
    await type('u', document.body);
    await settle();
    expect(location.hash).toBe('#/history');
    expect(calls).toEqual([]);
    await press(one('button', 'Take it back'));
    await type('u', document.body);
    expect(calls).toEqual(['takeBack 8', 'undo']);
  });

  test('letters without a card, with Control, or typed into a field do nothing', async () => {
    await visit(fakeHomebody('full', calls));
    await type('l', document.body);
    document.querySelector<HTMLElement>('article')!.focus();
    await act(async () =>
      document.activeElement!.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'l', ctrlKey: true, bubbles: true }),
      ),
    );
    await type('l', document.querySelector('select')!);
    expect(calls).toEqual([]);
  });

  test('? opens the list of keys', async () => {
    await visit(fakeHomebody('full'));
    await type('?', document.body);
    expect(one('dialog', 'Keyboard').textContent).toContain('Not for me');
  });
});

describe('places', () => {
  test('a product has its picture, price, stock, text, companions and the same buttons', async () => {
    await visit(fakeHomebody('full', calls), '/product/8');
    const product = one('article', 'Forest green rucksack, 28 l');
    expect(product.textContent).toContain('€124.80');
    expect(product.textContent).toContain('3 left');
    expect(product.querySelector('svg')).not.toBeNull();
    expect(all('region', 'Goes well with')).toHaveLength(1);
    expect(all('region', 'Similar things')).toHaveLength(1);
    await press(one('button', 'Like', product));
    expect(calls).toContain('record like 8');
  });

  test('a look at a product counts after two seconds, once, and not when something is known of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true });
    await visit(fakeHomebody('full', calls), '/product/30');
    expect(calls).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(2100));
    expect(calls).toEqual(['record view 30']);
    await leave();
    await visit(fakeHomebody('full', calls), '/product/2');
    await act(() => vi.advanceTimersByTimeAsync(2100));
    expect(calls).toEqual(['record view 30']);
  });

  test.each(['/product/9999', '/product/-1', '/product/x'])('%s is nothing, and says so', async (address) => {
    await visit(fakeHomebody('full'), address);
    expect(main()).toContain('There is no such thing here');
  });

  test('an unknown address is nothing, and leads back', async () => {
    await visit(fakeHomebody('full'), '/nowhere');
    expect(main()).toContain('There is nothing at this address');
    expect(one('link', 'Back to the shelves').getAttribute('href')).toBe('#/');
  });

  test('arriving at another place puts the focus on its heading and its name in the title', async () => {
    await visit(fakeHomebody('full'));
    await press(all('link', 'Privacy')[0]!);
    expect(document.activeElement).toBe(document.querySelector('main h1'));
    expect(document.activeElement?.textContent).toBe('Privacy');
    expect(document.title).toBe('Privacy · Homebody');
  });

  test('the region "Import data" takes files', async () => {
    await visit(fakeHomebody('full', calls), '/data');
    const input = one('region', 'Import data').querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['1'], 'u.data'), new File(['2'], 'u.item')] });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
    expect(calls).toEqual(['importFiles u.data u.item']);
  });

  test('an import shows how far it is and can be cancelled', async () => {
    await visit(fakeHomebody('importing', calls), '/data');
    expect(one('progressbar', 'Import').getAttribute('aria-valuetext')).toBe('38%, 381,220 rows');
    await press(one('button', 'Cancel import'));
    expect(calls).toEqual(['cancelImport']);
  });

  test('the cleaning report lists each bad row with its line and reason', async () => {
    await visit(fakeHomebody('report'), '/data');
    const rows = [...one('table').querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((cell) => cell.textContent),
    );
    expect(rows[0]).toEqual(['ratings.dat', '17', 'not a number', 'rating', '1::1193::five::978300760']);
    expect(rows[1]!.slice(1, 4)).toEqual(['4,821', 'too few fields', 'whole row']);
    expect(main()).toContain('The file is cut short or damaged and cannot be opened.');
  });

  test('the report says what named people, where it stood and what became of it', async () => {
    await visit(fakeHomebody('report'), '/data');
    const entries = [...one('list', 'Masked').querySelectorAll('li')].map((entry) =>
      [...entry.querySelectorAll('span'), ...[...entry.querySelectorAll('p')].slice(1)].map(
        (part) => part.textContent,
      ),
    );
    expect(entries).toHaveLength(4);
    expect(entries[0]!.slice(0, 3)).toEqual(['Ids of people', '6,040 replaced', 'column 1 of ratings.dat']);
    expect(entries[1]).toEqual([
      'E-mail addresses',
      '998,117 dropped',
      'column “Customer e-mail” of ratings.dat',
      'For example, mara.quill@example.org becomes •••',
    ]);
  });

  test('a catalogue is removed only after its size was said', async () => {
    await visit(fakeHomebody('report', calls), '/data');
    await press(one('button', 'Remove MovieLens 1M'));
    const dialog = one('dialog', 'Remove MovieLens 1M?');
    expect(dialog.textContent).toContain('3,706 things, 1,000,209 events');
    expect(calls).toEqual([]);
    await press(one('button', 'Remove', dialog));
    expect(calls).toEqual(['removeCatalogue films']);
  });

  test('privacy counts what is stored, store by store', async () => {
    await visit(fakeHomebody('full'), '/privacy');
    expect(one('table').textContent).toContain('and when.12813.4\u00a0kB');
    await visit(fakeHomebody('full'), '/privacy/requests');
    expect(main()).toContain('None. The page has asked the network for nothing');
  });
});

describe('what concerns the whole house', () => {
  test('a problem says what happened, what is safe and what to do, and can be dismissed', async () => {
    await visit(fakeHomebody('error'));
    const alert = one('alert');
    expect(alert.textContent).toContain('The browser gives the shop no more room.');
    expect(alert.textContent).toContain('What is safe');
    expect(alert.textContent).toContain('Remove a catalogue under Data');
    expect(alert.textContent).toContain('vault/quota: QuotaExceededError');
    await press(one('button', 'Dismiss', alert));
    expect(all('alert')).toHaveLength(0);
  });

  test('offline and a waiting version are told, beside what is being done, and can be put aside', async () => {
    await visit(fakeHomebody('error', calls));
    const tidings = (): string => document.body.textContent ?? '';
    expect(main()).not.toContain('You are offline.');
    expect(tidings()).toContain('You are offline.');
    await press(one('button', 'Reload into it'));
    expect(calls).toEqual(['applyUpdate']);
    await press(all('button', 'Dismiss').at(-1)!);
    expect(tidings()).not.toContain('You are offline.');
    expect(tidings()).toContain('A newer version is ready.');
  });

  test('a failure at the start leaves a page that says so', async () => {
    await visit(fakeHomebody('failed'));
    expect(one('alert').textContent).toContain('does not let the page store anything');
    expect(all('button', 'Reload the page')).toHaveLength(1);
  });

  test('a product that cannot be fetched is an error in words, not an empty page', async () => {
    const homebody = fakeHomebody('full');
    const broken = {
      ...homebody,
      actions: {
        ...homebody.actions,
        product: async () => Promise.reject(new HomebodyError('worker/died', 'gone')),
      },
    };
    await visit(broken, '/product/3');
    expect(one('alert').textContent).toContain('A part of the shop stopped');
  });

  test('Chinese is one choice away, for the words and for the page itself', async () => {
    await visit(fakeHomebody('full'));
    const select = [...document.querySelectorAll('select')].at(-1)!;
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, 'zh-Hans');
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await settle();
    expect(document.documentElement.lang).toBe('zh-Hans');
    expect(all('region', '为您挑选')).toHaveLength(1);
    expect(localStorage.getItem('homebody.language')).toBe('zh-Hans');
  });

  test('day and night can be chosen', async () => {
    await visit(fakeHomebody('full'));
    const [select] = document.querySelectorAll('select');
    await act(async () => {
      Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')!.set!.call(select, 'dark');
      select!.dispatchEvent(new Event('change', { bubbles: true }));
    });
    expect(document.documentElement.dataset['theme']).toBe('dark');
  });
});
