// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BACKUP_PASSPHRASE } from '../testing/fake-ownership.ts';
import { DAMAGE } from '../testing/fake-ownership-states.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { all, leave, one, press, settle, visit } from '../testing/render.tsx';
import { ROOM_NAMES } from './rooms.tsx';

const { saveFile } = vi.hoisted(() => ({ saveFile: vi.fn<(file: File) => void>() }));
vi.mock('../parts/save-file.ts', () => ({ saveFile }));

let calls: string[];

beforeEach(() => {
  calls = [];
  saveFile.mockClear();
});
afterEach(leave);

const main = (): string => document.querySelector('main')?.textContent ?? '';

function field(label: string, within: ParentNode = document): HTMLInputElement {
  const found = [...within.querySelectorAll('label')].find((one_) => one_.textContent?.startsWith(label));
  return (found!.control ?? document.getElementById(found!.htmlFor)) as HTMLInputElement;
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

async function submit(region: HTMLElement): Promise<void> {
  await act(async () => region.querySelector('form')!.requestSubmit());
  await settle();
}

describe('the rooms', () => {
  test('each has an address, a heading of its own, and is the current one of the list', async () => {
    await visit(fakeHomebody('full'), '/privacy');
    expect(document.querySelector('h1')?.textContent).toBe('Privacy');
    for (const room of ROOM_NAMES) {
      await press(document.querySelector<HTMLElement>(`main [href="#/privacy/${room}"]`)!);
      const here = document.querySelector('main [aria-current=page]');
      expect(here?.getAttribute('href')).toBe(`#/privacy/${room}`);
      expect(here?.textContent).toContain(document.querySelector('h1')!.textContent);
      expect(document.activeElement).toBe(document.querySelector('h1'));
    }
  });

  test('what cannot be had says so, and is asked for again', async () => {
    const homebody = fakeHomebody('full');
    const ownership = vi.spyOn(homebody, 'ownership').mockRejectedValueOnce(new Error('gone'));
    await visit(homebody, '/privacy/copies');
    expect(all('alert')).toHaveLength(1);
    await press(one('button', 'Try again'));
    expect(all('region', 'Make a backup')).toHaveLength(1);
    expect(ownership).toHaveBeenCalledTimes(2);
  });
});

describe('what is stored', () => {
  test('a store opens as a list of fifty things a page, and the focus goes with the page', async () => {
    await visit(fakeHomebody('full', calls), '/privacy');
    await press(one('link', 'What you did'));
    const list = (): HTMLElement => one('list', 'Stored here');
    expect(list().children).toHaveLength(50);
    expect(main()).toContain('128 records, 13.4\u00a0kB, encrypted.');
    await press(one('button', 'Next'));
    await press(one('button', 'Next'));
    expect(list().children).toHaveLength(28);
    expect(main()).toContain('101 to 128 of 128');
    expect(document.activeElement).toBe(list());
    expect((one('button', 'Next') as HTMLButtonElement).disabled).toBe(true);
    expect(calls.filter((call) => call.startsWith('page'))).toEqual([
      'page events 0 50',
      'page events 50 50',
      'page events 100 50',
    ]);
  });

  test('a damaged record is discarded only after it was said what goes with it', async () => {
    const homebody = fakeHomebody('full', calls);
    homebody.store.setState({ storage: { ...homebody.store.getState().storage!, damaged: DAMAGE } });
    await visit(homebody, '/privacy/stored');
    const region = (): HTMLElement => one('region', 'Damaged records');
    expect(region().textContent).toContain('Something that you did, number 12It does not decrypt');
    await press(one('button', 'Discard: A piece of “MovieLens 1M”'));
    const dialog = one('dialog', 'Discard it for good?');
    expect(dialog.textContent).toContain('its log and model, and 4 events of yours in it');
    expect(calls).not.toContain('discardDamaged c7');
    await press(one('button', 'Discard', dialog));
    expect(calls).toContain('discardDamaged c7');
    const discardAll = one('button', 'Discard all 2');
    // A press gives it the focus, which it has not here.
    discardAll.focus();
    await press(discardAll);
    await press(one('button', 'Discard all 2', one('dialog')));
    expect(all('region', 'Damaged records')).toHaveLength(0);
    expect(document.activeElement).toBe(document.querySelector('main h1'));
  });
});

describe('a backup', () => {
  const region = (): HTMLElement => one('region', 'Make a backup');

  test('is made when the passphrase is long enough and the same twice', async () => {
    await visit(fakeHomebody('full', calls), '/privacy/copies');
    await fill('Passphrase for the backup', '7 chars');
    await submit(region());
    expect(region().textContent).toContain('It has fewer than 8 characters.');
    expect(document.activeElement).toBe(field('Passphrase for the backup'));
    await fill('Passphrase for the backup', BACKUP_PASSPHRASE);
    await submit(region());
    expect(region().textContent).toContain('The two are not the same.');
    expect(document.activeElement).toBe(field('The same passphrase again'));
    expect(calls.some((call) => call.startsWith('backUp'))).toBe(false);
    await fill('The same passphrase again', BACKUP_PASSPHRASE);
    await submit(region());
    expect(calls).toContain(`backUp ${BACKUP_PASSPHRASE}`);
    expect(saveFile).toHaveBeenCalledTimes(1);
    expect(one('status', /hbbackup, 4.bytes, is on its way/, region()).textContent).toContain('Keep the');
    expect(field('Passphrase for the backup').value).toBe('');
  });

  test('that is at work says how far it is and how long it takes, and can be cancelled', async () => {
    await visit(fakeHomebody('training', calls), '/privacy/copies');
    const bar = one('progressbar', 'Backup');
    expect(bar.getAttribute('aria-valuenow')).toBe('37');
    expect(region().textContent).toContain('4.6\u00a0MB of 12.3\u00a0MBabout 5 seconds left');
    await press(one('button', 'Cancel', region()));
    expect(calls).toContain('cancel');
    expect(all('progressbar', 'Backup')).toHaveLength(0);
  });
});

describe('restoring', () => {
  const region = (): HTMLElement => one('region', 'Restore a backup');

  async function choose(): Promise<void> {
    const input = region().querySelector<HTMLInputElement>('input[type=file]')!;
    Object.defineProperty(input, 'files', { value: [new File(['HBBK'], 'mine.hbbackup')] });
    await act(async () => input.dispatchEvent(new Event('change', { bubbles: true })));
    await settle();
  }

  test('shows what is in a backup, and what would change, before anything does', async () => {
    await visit(fakeHomebody('full', calls), '/privacy/copies');
    await choose();
    await fill('Passphrase of the backup', 'something else');
    await submit(region());
    expect(one('alert', undefined, region()).textContent).toContain('does not open the backup');
    await fill('Passphrase of the backup', BACKUP_PASSPHRASE);
    await submit(region());
    expect(all('alert', undefined, region())).toHaveLength(0);
    expect(region().textContent).toContain('120 events');
    expect(region().textContent).toContain('What is here goes: 14 events and 1 model, and your settings.');
    await act(async () => field('Put it in the place of what is here', region()).click());
    await press(one('button', 'Replace what is here', region()));
    expect(calls.some((call) => call.startsWith('restore'))).toBe(false);
    await press(one('button', 'Replace what is here', one('dialog')));
    expect(calls).toContain(`restore mine.hbbackup ${BACKUP_PASSPHRASE} replace here`);
    expect(one('status', /^Restored: 106 events, 1 catalogue/, region()).textContent).toContain(
      '14 events were here already.',
    );
    expect(document.activeElement?.textContent).toContain('Restored: 106 events');
  });

  test('that was cut short can be gone on with, or discarded', async () => {
    await visit(fakeHomebody('importing', calls), '/privacy/copies');
    expect(region().textContent).toContain('4.6\u00a0MB of 12.3\u00a0MB are read');
    await choose();
    await fill('Passphrase of the backup', BACKUP_PASSPHRASE);
    await submit(region());
    expect(region().textContent).toContain('it goes on where it stopped.Add it');
    await press(one('button', 'Not now', region()));
    expect(document.activeElement).toBe(one('button', 'Choose a backup', region()));
    await press(one('button', 'Discard what was read', region()));
    expect(calls).toContain('discard a3f0');
    expect(region().textContent).not.toContain('are read');
  });
});

test('plain copies are saved under their names', async () => {
  await visit(fakeHomebody('full', calls), '/privacy/copies');
  await press(one('button', 'Save as CSV'));
  expect(saveFile.mock.calls.map(([file]) => file.name)).toEqual(['homebody-2026-03-14.csv']);
  expect(main()).toContain('homebody-2026-03-14.csv is on its way to your downloads.');
});

describe('erasing', () => {
  test('takes a typed word, then shows what was there and that nothing is left', async () => {
    await visit(fakeHomebody('full', calls), '/privacy/forget');
    await press(one('button', 'Erase everything'));
    const dialog = one('dialog', 'Erase everything?');
    expect(dialog.textContent).toContain('Of yours: 14 events and 1 model.');
    const erase = one('button', 'Erase everything', dialog) as HTMLButtonElement;
    expect(erase.disabled).toBe(true);
    await submit(dialog);
    expect(calls).not.toContain('erase');
    await fill('Type “erase” to confirm', ' Erase');
    await submit(dialog);
    expect(calls).toContain('erase');
    expect(document.activeElement).toBe(one('heading', 'Nothing is left'));
    expect(one('table').textContent).toContain('homebody.theme, homebody.language2nothing');
    expect(all('navigation')).toHaveLength(0);
  });

  test('that left something says so, and what to do', async () => {
    const homebody = fakeHomebody('full');
    await visit(homebody, '/privacy');
    const database = { place: 'database', name: 'homebody' } as const;
    const report = { found: [database], removed: [], left: [database] };
    await act(async () => homebody.store.setState({ erased: { where: 'here', report } }));
    await settle();
    expect(one('heading', 'Something is still there').tagName).toBe('H1');
    expect(main()).toContain('The keys are gone, so nobody can read what is left.');
    expect(one('table').textContent).toContain('Databaseshomebody11');
  });

  test('in another tab leaves nothing of the shop in this one', async () => {
    const homebody = fakeHomebody('full');
    await visit(homebody, '/privacy');
    await act(async () => homebody.store.setState({ erased: { where: 'other-tab', report: null } }));
    await settle();
    expect(all('navigation')).toHaveLength(0);
    expect(one('heading').textContent).toBe('Everything was erased, in another tab');
  });
});
