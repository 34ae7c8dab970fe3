import { expect, test } from 'vitest';
import { createRestingTurns } from './turns.ts';

function turnsAt(): { time: number; slept: number[]; turns: ReturnType<typeof createRestingTurns> } {
  const world = { time: 1000, slept: [] as number[] };
  const turns = createRestingTurns(
    () => Promise.resolve(),
    () => world.time,
    (ms) => {
      world.slept.push(ms);
      world.time += ms;
      return Promise.resolve();
    },
  );
  return Object.assign(world, { turns });
}

test('a turn rests for what is left of the rest, and the next one does not', async () => {
  const world = turnsAt();
  world.turns.rest(80);
  world.time += 30;
  await world.turns.yieldTurn();
  await world.turns.yieldTurn();
  expect(world.slept).toEqual([50]);
});

test('a long rest lets a slice of work through every tenth of a second', async () => {
  const world = turnsAt();
  world.turns.rest(250);
  for (let turn = 0; turn < 4; turn++) await world.turns.yieldTurn();
  expect(world.slept).toEqual([100, 100, 50]);
});

test('a shorter rest does not end a longer one', async () => {
  const world = turnsAt();
  world.turns.rest(90);
  world.turns.rest(10);
  await world.turns.yieldTurn();
  expect(world.slept).toEqual([90]);
});
