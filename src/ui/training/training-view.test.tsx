// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test, vi } from 'vitest';
import type { ModelFacts } from '../../domain/training.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { MODEL } from '../testing/fake-states.ts';
import { leave, one, settle, visit } from '../testing/render.tsx';

vi.mock('../constellation/painter.ts', () => import('../testing/fake-painter.ts'));
afterEach(leave);

const main = (): string => document.querySelector('main')?.textContent ?? '';
/** The view with a model in place after a training of iALS in the same visit. */
async function view(model: ModelFacts): Promise<void> {
  const homebody = fakeHomebody('full');
  await visit(homebody, '/training');
  await act(async () => homebody.store.setState({ model }));
  await settle();
}

test('of the model that the shop trains: its passes, its losses, its map', async () => {
  await view(MODEL);
  expect(main()).toContain('ModeliALS');
  expect(main()).toContain('Loss, pass by pass');
  expect(main()).toContain('with every pass over the log');
  expect(main()).toContain('What the same people take lies close together.');
  expect(main()).not.toContain('Train makes a new');
});

test('of one that was solved at once: no passes, no losses of another training, no map; what Train would do', async () => {
  const { quality, ...rest } = MODEL;
  await view({ ...rest, id: 'ease-lab-x', name: 'ease', config: { l2: 500 }, losses: [], quality });
  expect(main()).toContain('ModelEASE');
  for (const untrue of ['Loss', 'Passes', 'with every pass', 'lies close together']) {
    expect(main()).not.toContain(untrue);
  }
  expect(main()).toContain('has no map of this kind');
  expect(main()).toContain('Train makes a new iALS, which then ranks the shelves.');
  expect(one('button', 'Train')).toBeDefined();
});

test('of one that stopped before its last pass: the passes that it took', async () => {
  await view({ ...MODEL, name: 'sasrec', config: { epochs: 30, dim: 32 }, losses: [3, 2, 1.5] });
  expect(main()).toContain('Passes3');
});

test('of a private file: nothing is made up of what it withholds', async () => {
  const withheld = { trainMs: 0, userCount: 0, interactionCount: 0, losses: [], quality: null };
  await view({ ...MODEL, id: 'ials-private-x', ...withheld });
  expect(main()).toContain('Its file does not tell from how much.');
  expect(main()).toContain('How good it is was not measured by the next thing that people took');
  expect(main()).not.toContain('0 shoppers');
  expect(main()).not.toContain('Too few people');
});
