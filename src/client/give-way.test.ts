import { expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { giveWay } from './give-way.ts';
import { initialState } from './state.ts';
import type { HomebodyState } from './state.ts';

function started(): { act(): void; set(patch: Partial<HomebodyState>): void; time: number; rests: number[] } {
  const page = new EventTarget();
  const store = createStore<HomebodyState>(() => initialState);
  const world = { time: 0, rests: [] as number[] };
  giveWay(
    page,
    store,
    (ms) => world.rests.push(ms),
    () => world.time,
  );
  return Object.assign(world, {
    act: () => void page.dispatchEvent(new Event('keydown')),
    set: (patch: Partial<HomebodyState>) => store.setState(patch),
  });
}
const training = {} as HomebodyState['training'];

test('a training gives way to a press and to new shelves, and nothing has to where nothing trains', () => {
  const world = started();
  world.act();
  expect(world.rests).toEqual([]);
  world.set({ training });
  world.act();
  world.time = 60;
  world.set({ cards: [] });
  expect(world.rests).toEqual([160, 160]);
});

test('what comes in quick succession is said once', () => {
  const world = started();
  world.set({ training });
  for (world.time = 0; world.time < 100; world.time += 10) world.act();
  expect(world.rests).toHaveLength(2);
});
