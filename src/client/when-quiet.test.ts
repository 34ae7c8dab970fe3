import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { initialState } from './state.ts';
import type { HomebodyState } from './state.ts';
import { whenQuiet } from './when-quiet.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = () => {
  const store = createStore<HomebodyState>(() => initialState);
  const acts: number[] = [];
  whenQuiet(store, () => acts.push(Date.now()));
  return { store, acts };
};

test('waits for the shelves, the model and the end of its training, and acts once', () => {
  const { store, acts } = started();
  store.setState({ cards: [] });
  store.setState({ model: {} as HomebodyState['model'], training: {} as HomebodyState['training'] });
  expect(acts).toHaveLength(0);
  store.setState({ training: null });
  store.setState({ cards: [] });
  vi.advanceTimersByTime(2_999);
  expect(acts).toHaveLength(0);
  vi.advanceTimersByTime(60_000);
  expect(acts).toHaveLength(1);
});

test('waits anew when another training begins', () => {
  const { store, acts } = started();
  store.setState({ cards: [], model: {} as HomebodyState['model'] });
  vi.advanceTimersByTime(2_000);
  store.setState({ training: {} as HomebodyState['training'] });
  vi.advanceTimersByTime(4_000);
  expect(acts).toHaveLength(0);
  store.setState({ training: null });
  vi.advanceTimersByTime(3_000);
  expect(acts).toHaveLength(1);
});

test('acts after 15 seconds where nothing is ever trained, and soon where the page failed', () => {
  const slow = started();
  vi.advanceTimersByTime(14_999);
  expect(slow.acts).toHaveLength(0);
  vi.advanceTimersByTime(1);
  expect(slow.acts).toHaveLength(1);
  const failed = started();
  failed.store.setState({ phase: 'failed' });
  vi.advanceTimersByTime(3_000);
  expect(failed.acts).toHaveLength(1);
});

test('does nothing when everything was erased meanwhile: it would be stored anew', () => {
  const { store, acts } = started();
  store.setState({ erased: { where: 'other-tab', report: null } });
  vi.advanceTimersByTime(60_000);
  expect(acts).toHaveLength(0);
});
