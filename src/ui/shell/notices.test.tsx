// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { all, leave, visit } from '../testing/render.tsx';

afterEach(leave);

const away = new HomebodyError('home/unavailable', 'No such home.');

test('what keeps the shop shut is said once, and what else went wrong beside it', async () => {
  const homebody = fakeHomebody('full', [], { size: 4 });
  await visit(homebody);
  expect(all('alert')).toHaveLength(0);
  await act(async () => homebody.store.setState({ phase: 'failed', failure: away, problem: away }));
  expect(all('alert')).toHaveLength(1);
  const full = new HomebodyError('vault/quota', 'No room.');
  await act(async () => homebody.store.setState({ problem: full }));
  expect(all('alert')).toHaveLength(2);
});
