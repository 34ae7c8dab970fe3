// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import type { FakeState } from '../testing/fake-homebody.ts';
import { all, leave, one, press, settle, visit } from '../testing/render.tsx';

vi.mock('../constellation/painter.ts', () => import('../testing/fake-painter.ts'));

let calls: string[];

beforeEach(() => {
  calls = [];
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
  await leave();
});

const main = (): string => document.querySelector('main')?.textContent ?? '';
const lab = (state: FakeState, room = ''): Promise<void> => visit(fakeHomebody(state, calls), `/lab${room}`);
/** There is no layout here: as wide as a test says. */
const wide = (px: number): void =>
  void vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(px);

function field(label: string): HTMLInputElement {
  const found = [...document.querySelectorAll('label')].find((element) => element.textContent === label);
  const input = document.getElementById(found?.htmlFor ?? '') ?? found?.querySelector('input');
  if (!(input instanceof HTMLInputElement || input instanceof HTMLSelectElement)) {
    throw new Error(`no field ${label}`);
  }
  return input as HTMLInputElement;
}
async function fill(label: string, value: string): Promise<void> {
  const input = field(label);
  const prototype = input.tagName === 'SELECT' ? HTMLSelectElement.prototype : HTMLInputElement.prototype;
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value);
    input.dispatchEvent(new Event(input.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }));
  });
  await settle();
}
const asked = (what: string): unknown => {
  const call = calls.find((one_) => one_.startsWith(`${what} `));
  return call === undefined ? undefined : JSON.parse(call.slice(what.length + 1).replace(/} \w+$/, '}'));
};

describe('the bench', () => {
  test('tells what there is to learn from, in words and figures, with its curve as a table', async () => {
    await lab('full');
    const facts = one('region', 'What there is to learn from');
    expect(facts.textContent).toContain('6,400 people and 3,260 things');
    expect(facts.textContent).toContain('14 things were never taken by anybody.');
    expect(facts.querySelectorAll('tbody tr').length).toBeGreaterThan(20);
  });

  test('asks for a run with what was typed, and shows how far it is and how it learns', async () => {
    await lab('empty');
    expect(main()).toContain('No runs yet');
    await fill('Width', '128');
    await fill('Seed', '7');
    await press(one('button', 'Train and measure'));
    expect(asked('start')).toMatchObject({ model: 'ials', config: { dim: 128, epochs: 8 }, seed: 7 });
    const running = one('region', 'iALS is learning');
    expect(running.textContent).toContain('Pass 5 of 8');
    expect(one('progressbar', 'iALS is learning', running).getAttribute('aria-valuetext')).toBe(
      '55% about 2 sec left',
    );
    expect(running.querySelectorAll('figure')).toHaveLength(2);
    await press(one('button', 'Cancel', running));
    expect(calls).toContain('cancel');
  });

  test('says at the field what is wrong, and asks for nothing', async () => {
    await lab('full');
    await fill('Width', '2');
    await press(one('button', 'Train and measure'));
    await act(() => new Promise((resolve) => setTimeout(resolve)));
    expect(asked('start')).toBeUndefined();
    const input = field('Width');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(input);
    const error = document.getElementById(
      input.getAttribute('aria-describedby')!.split(' error')[0]!.split(' hint ')[1]! + ' error',
    );
    expect(error?.textContent).toBe('This must be a whole number from 4 to 512.');
  });

  test('warns of a random split where the log knows times', async () => {
    await lab('full');
    expect(main()).not.toContain('splits it at random');
    await fill('Measured by', 'k-fold');
    expect(main()).toContain('splits it at random');
  });

  test('another model has other settings, by default', async () => {
    await lab('full');
    await fill('Model', 'ease');
    await press(one('button', 'Train and measure'));
    expect(asked('start')).toMatchObject({ model: 'ease', config: { l2: 500 } });
  });
});

describe('the board', () => {
  test('has each run with its protocol, its figures and its costs; a column sorts it', async () => {
    wide(1000);
    await lab('full');
    const table = one('table', undefined, one('region', 'The board'));
    const rows = (): readonly string[] =>
      [...table.querySelectorAll('[data-run]')].map((row) => row.getAttribute('data-model') ?? '');
    expect(rows()).toEqual(['ease', 'ials', 'popularity', 'blend', 'ials']);
    expect(table.textContent).toContain('0.0668between 0.0621 and 0.0716');
    expect(table.querySelector('[data-run=run-blend]')?.textContent).toContain('5-fold, random');
    await press(one('button', 'Time', table));
    expect(rows()[0]).toBe('popularity');
    expect(table.querySelector('[aria-sort=ascending]')?.textContent).toBe('Time');
  });

  test('ranks in one column only what was measured in one way, and says so', async () => {
    wide(1000);
    await lab('full');
    const board = one('region', 'The board');
    const groups = [...board.querySelectorAll('tbody')].map((body) => [
      body.querySelector('th[scope=rowgroup]')?.textContent,
      [...body.querySelectorAll('[data-run]')].map((row) => row.getAttribute('data-run')),
    ]);
    expect(groups).toEqual([
      ['Leave-one-out, full ranking, 5,000 people asked', ['run-ease', 'run-ials', 'run-popularity']],
      ['5-fold, random, 5,000 people asked', ['run-blend']],
      ['Never measured', ['run-file']],
    ]);
    expect(board.textContent).toContain('Figures compare within a group alone');
    // The bar of the best of a group ends where its interval does, whatever the other groups reach.
    const bar = board.querySelector<HTMLElement>('[data-run=run-ease] [class*=bar]')!;
    expect(bar.style.width).toBe(`${(0.0701 / 0.0751) * 100}%`);
  });

  test('is cards where it is narrow', async () => {
    wide(360);
    await lab('full');
    const board = one('region', 'The board');
    expect(all('table', undefined, board)).toHaveLength(0);
    expect(board.querySelectorAll('li[data-run]')).toHaveLength(5);
    expect(one('list', 'Leave-one-out, full ranking, 5,000 people asked').children).toHaveLength(3);
  });

  test('a run can rank the shelves, and the one before it again', async () => {
    wide(1000);
    await lab('full');
    await press(one('button', 'Details of EASE, seed 1'));
    await press(one('button', 'Rank the shelves with it: EASE, seed 1'));
    expect(calls).toContain('promote run-ease');
    expect(main()).toContain('The shelves are ranked by EASE');
    await press(one('button', 'Back to iALS'));
    expect(calls).toContain('rollBack');
    expect(main()).toContain('The shelves are ranked by iALS');
  });

  test('a run is removed at once, and the strip offers to undo it', async () => {
    wide(1000);
    await lab('full');
    await press(one('button', 'Details of Blend, seed 7'));
    await press(one('button', 'Remove Blend, seed 7'));
    expect(all('button', 'Details of Blend, seed 7')).toHaveLength(0);
    expect(one('region', 'Just now').textContent).toContain('Took a run of blend off the board.');
    expect(document.activeElement).not.toBe(document.body);
  });

  test('its settings can be taken over, and its file is saved', async () => {
    wide(1000);
    await lab('full');
    const saved: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push(this.download);
    });
    await press(one('button', 'Details of Blend, seed 7'));
    await press(one('button', 'Export Blend, seed 7'));
    expect(saved).toEqual(['run-blend.safetensors']);
    await press(one('button', 'Use its settings: Blend, seed 7'));
    expect(field('Model').value).toBe('blend');
    expect(field('Weight of the second').value).toBe('0.02');
  });

  test('what a file says of its privacy is told as its own claim, of no other run', async () => {
    wide(1000);
    await lab('full');
    const rowOf = (id: string): string => document.querySelector(`[data-run=${id}]`)?.textContent ?? '';
    expect(rowOf('run-file')).toContain('says it is private');
    expect(rowOf('run-ials')).not.toContain('private');
    await press(document.querySelector<HTMLElement>('[data-run=run-file] button')!);
    const claim = one('heading', 'Privacy, as its file claims').closest('section')!;
    expect(claim.textContent).toContain('It is the file’s own claim');
    expect(claim.textContent).toContain('one user, with all of their eventsEpsilon3.999');
    expect(claim.querySelector('dl')?.lang).toBe('en');
    // What it does not tell of is not made up.
    expect(rowOf('run-file')).not.toContain('ms');
    expect(claim.parentElement?.textContent).not.toMatch(/People asked|Training\d/);
  });

  test('draws of a run the curves that it has, and no empty one', async () => {
    wide(1000);
    const homebody = fakeHomebody('full', calls);
    const found = await homebody.lab();
    const { runs } = found.store.getState();
    const without = runs.map((run) => (run.id === 'run-ials' ? { ...run, validation: [] } : run));
    found.store.setState({ runs: without });
    await visit(homebody, '/lab');
    await press(document.querySelector<HTMLElement>('[data-run=run-ials] button')!);
    const figures = [...one('region', 'The board').querySelectorAll('figure')];
    expect(figures).toHaveLength(1);
    expect(figures[0]!.textContent).toContain('Loss');
  });

  test('two that are ticked are compared', async () => {
    wide(1000);
    await lab('full');
    for (const name of ['Compare iALS, seed 1', 'Compare Popularity, seed 1']) {
      const box = [...document.querySelectorAll<HTMLElement>('input[type=checkbox]')].find(
        (element) => element.getAttribute('aria-label') === name,
      );
      await press(box!);
    }
    await press(one('link', 'Compare these two'));
    expect(calls).toContain('compare run-ials run-popularity');
    expect(main()).toContain('iALS guesses better than Popularity: its NDCG@10 is higher by 0.0517');
  });
});

describe('the other rooms', () => {
  test('compare: a pair that compares at first, the differences in words, and two lists for a visitor', async () => {
    await lab('full', '/compare');
    expect(calls).toContain('compare run-ease run-ials');
    expect(main()).toContain('No clear difference: chance alone would make one as large about 21 times');
    expect(main()).toContain('6 of 12 stand on both lists.');
    await fill('Seen by', 'baker');
    expect(calls).toContain('lists run-ease run-ials {"kind":"persona","id":"baker"} 12');
    await fill('Seen by', 'user');
    await fill('Number', '9000');
    expect(main()).toContain('This must be a whole number from 1 to 6,400.');
  });

  test('compare: where nothing was liked yet, a model that goes by a history says so', async () => {
    const homebody = fakeHomebody('full', calls);
    const found = await homebody.lab();
    const lists = async () => ({ history: [], lists: [null, null] });
    const held = { ...found, actions: { ...found.actions, lists } };
    await visit({ ...homebody, lab: async () => held }, '/lab/compare');
    expect(main()).toContain('You have taken nothing yet');
    for (const name of ['EASE', 'iALS']) {
      expect(one('region', name).textContent).toContain('it needs something liked first');
    }
  });

  test.each(['compare', 'map'])('%s: a run is chosen by its model, seed, protocol and age', async (room) => {
    await lab('full', `/${room}`);
    expect(document.querySelector('option[value=run-blend]')?.textContent).toMatch(
      /^Blend · seed 7 · 5-fold, random · \S/,
    );
  });

  test('compare: shows how far it is, can be stopped, and begun again', async () => {
    const homebody = fakeHomebody('full', calls);
    const found = await homebody.lab();
    let stop = (): void => {};
    let tell: (fraction: number) => void = () => {};
    const held = {
      ...found.actions,
      compare: (_a: string, _b: string, onProgress: (fraction: number) => void) => {
        calls.push('compare');
        tell = onProgress;
        return new Promise<never>((_, reject) => {
          stop = () => reject(new HomebodyError('training/cancelled', 'Stopped.'));
        });
      },
      stopComparing: async () => stop(),
    };
    await visit({ ...homebody, lab: async () => ({ ...found, actions: held }) }, '/lab/compare');
    await act(async () => tell(0.5));
    const bar = one('progressbar', 'Comparing, person by person');
    expect(bar.getAttribute('aria-valuenow')).toBe('50');
    await press(one('button', 'Cancel'));
    expect(all('progressbar')).toHaveLength(0);
    expect(all('alert')).toHaveLength(0);
    await press(one('button', 'Compare them'));
    expect(calls.filter((call) => call === 'compare')).toHaveLength(2);
  });

  test('compare: says why two cannot be compared', async () => {
    await lab('full', '/compare');
    await fill('First', 'run-blend');
    expect(main()).toContain('What was held back was not the same for both');
  });

  test('tuning: begins a study, holds it, lets it go on and ends it', async () => {
    await lab('empty', '/tuning');
    expect(main()).toContain('9 trials, 45 trainings');
    await fill('Folds', '3');
    expect(main()).toContain('9 trials, 27 trainings');
    await press(one('button', 'Start the study'));
    expect(asked('study')).toMatchObject({ model: 'ials', search: { kind: 'grid' } });
    expect(main()).toContain('Trial 6 of 9, fold 2 of 3');
    await press(one('button', 'Pause'));
    expect(main()).toContain('Paused in trial 6 of 9');
    expect(main()).toContain('Paused: 5 of 9 trials finished');
    expect(main()).not.toContain('At work');
    await press(one('button', 'Go on'));
    await press(one('button', 'Cancel'));
    expect(calls.slice(-3)).toEqual(['pauseStudy', 'resumeStudy ', 'cancel']);
  });

  test('tuning: one that was interrupted goes on, and its best settings go to the bench', async () => {
    await lab('full', '/tuning');
    const study = one('region', 'iALS, Grid');
    expect(study.textContent).toContain('Interrupted: 5 of 9 trials finished');
    expect(study.querySelectorAll('tbody tr')).toHaveLength(6);
    await press(one('button', 'Go on with iALS, Grid', study));
    expect(calls).toContain('resumeStudy study-1');
    await press(one('button', 'Use these settings: iALS, Grid'));
    expect(one('heading', 'The lab').tagName).toBe('H1');
    expect(field('Restraint').value).toBe('0.007');
  });

  test('tuning: a trial that went astray says so in place of a score', async () => {
    const homebody = fakeHomebody('full', calls);
    const found = await homebody.lab();
    const [study] = found.store.getState().studies;
    const [first, ...rest] = study!.trials;
    const failed = { rung: 0, settings: first!.settings, folds: [], failed: 'diverged' } as const;
    found.store.setState({ studies: [{ ...study!, trials: [failed, ...rest] }] });
    await visit({ ...homebody, lab: async () => found }, '/lab/tuning');
    const row = one('region', 'iALS, Grid').querySelector('tbody tr')!;
    expect(row.querySelector('td:nth-last-child(2)')?.textContent).toBe('went astray');
  });

  test('map: by two directions at once, by neighbours when it is asked for, and in words', async () => {
    await lab('full', '/map');
    expect(calls).toContain('showMap null');
    expect(main()).toContain('12% and 8.3% of all differences');
    expect(one('region', 'Departments').querySelectorAll('li').length).toBe(13);
    expect(one('region', 'Yours, and what lies next to them').textContent).toContain('Next to it:');
    await press(one('button', 'Lay out by neighbours'));
    expect(main()).toContain('Laid out so that neighbours stay together.');
    await press(one('button', 'Back to the two directions'));
    expect(main()).toContain('12% and 8.3% of all differences');
  });
});

describe('what was entered', () => {
  test('is there again after another view, in every form, while the visit lasts', async () => {
    wide(1000);
    await lab('full');
    const go = async (room: string): Promise<void> => {
      await act(async () => void (location.hash = `#${room}`));
      await settle();
    };
    await fill('Model', 'ease');
    await fill('Restraint (λ)', '77');
    await fill('Seed', '5');
    await press(one('button', 'Time', one('region', 'The board')));
    await go('/lab/tuning');
    await fill('Folds', '3');
    await go('/lab/compare');
    await fill('Seen by', 'user');
    await fill('Number', '12');
    await go('/lab/map');
    await fill('Seen by', 'run-ease');
    await go('/lab/privacy');
    await fill('What is handed on', 'counts');
    await fill('Things of each person that count, at most', '4');

    await go('/history');
    expect(main()).not.toContain('The next run');

    await go('/lab');
    expect(field('Model').value).toBe('ease');
    expect(field('Restraint (λ)').value).toBe('77');
    expect(field('Seed').value).toBe('5');
    expect(document.querySelector('[aria-sort]')?.textContent).toBe('Time');
    await go('/lab/tuning');
    expect(field('Folds').value).toBe('3');
    await go('/lab/compare');
    expect([field('Seen by').value, field('Number').value]).toEqual(['user', '12']);
    await go('/lab/map');
    expect(field('Seen by').value).toBe('run-ease');
    await go('/lab/privacy');
    expect(field('What is handed on').value).toBe('counts');
    expect(field('Things of each person that count, at most').value).toBe('4');
  });

  test('is gone with the visit', async () => {
    await lab('full');
    await fill('Seed', '5');
    await lab('full');
    expect(field('Seed').value).toBe('1');
  });
});

describe('before anything is there', () => {
  test.each(['/compare', '/map'])('%s says how something comes there', async (room) => {
    await lab('empty', room);
    expect(main()).toMatch(/Two runs make a comparison|No model yet/);
  });

  test('a lab that cannot be had says so and is asked for again', async () => {
    await lab('failed');
    expect(all('alert').length).toBeGreaterThan(0);
    await press(one('button', 'Try again'));
    expect(all('button', 'Try again')).toHaveLength(1);
  });

  test('what went wrong stands above the bench until it is put away', async () => {
    await lab('error');
    const alert = all('alert').find((element) => element.textContent?.includes('graphics card'));
    expect(alert).toBeDefined();
    expect(one('button', 'Train and measure')).toBeDefined();
  });
});
