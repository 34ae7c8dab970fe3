// @vitest-environment happy-dom
import { act } from 'react';
import { afterEach, expect, test } from 'vitest';
import { HomebodyError } from '../../domain/errors.ts';
import { fakeHomebody } from '../testing/fake-homebody.ts';
import { DAMAGE } from '../testing/fake-ownership-states.ts';
import { all, leave, one, press, visit } from '../testing/render.tsx';

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

test('damaged records are told everywhere but where they are listed, until it is known', async () => {
  const homebody = fakeHomebody('full', [], { size: 4 });
  homebody.store.setState({ storage: { ...homebody.store.getState().storage!, damaged: DAMAGE } });
  await visit(homebody);
  const told = '3 stored records are damaged and passed over; all others are untouched. See which';
  expect(one('link', 'See which').closest('main')?.textContent).toContain(told);
  await press(one('link', 'See which'));
  expect(location.hash).toBe('#/privacy/stored');
  expect(all('link', 'See which')).toHaveLength(0);
  expect(all('region', 'Damaged records')).toHaveLength(1);
});
