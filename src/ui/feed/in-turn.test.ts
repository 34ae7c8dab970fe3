// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { endTurn, holdTurns, takeTurn } from './in-turn.ts';

const settled = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));

function rows(count: number): { readonly row: object; readonly lay: () => void }[] {
  return Array.from({ length: count }, () => ({ row: {}, lay: vi.fn() }));
}

test('rows are laid one after another, each once the one before stands', async () => {
  const [a, b] = rows(2);
  takeTurn(a!.row, a!.lay);
  takeTurn(b!.row, b!.lay);
  expect(a!.lay).not.toHaveBeenCalled();
  await settled();
  expect(a!.lay).toHaveBeenCalledTimes(1);
  expect(b!.lay).not.toHaveBeenCalled();
  endTurn(a!.row);
  await settled();
  expect(b!.lay).toHaveBeenCalledTimes(1);
  endTurn(b!.row);
});

test('a row that asks again while it is being laid keeps nobody waiting', async () => {
  const [a, b] = rows(2);
  takeTurn(a!.row, a!.lay);
  takeTurn(b!.row, b!.lay);
  await settled();
  takeTurn(a!.row, a!.lay);
  await settled();
  expect(b!.lay).toHaveBeenCalledTimes(1);
  endTurn(b!.row);
  await settled();
  expect(a!.lay).toHaveBeenCalledTimes(2);
  endTurn(a!.row);
});

test('a row that is gone is not laid', async () => {
  const [a] = rows(1);
  takeTurn(a!.row, a!.lay);
  endTurn(a!.row);
  await settled();
  expect(a!.lay).not.toHaveBeenCalled();
});

test('nothing is laid while turns are held', async () => {
  const [a] = rows(1);
  takeTurn(a!.row, a!.lay);
  const letGo = holdTurns();
  await settled();
  expect(a!.lay).not.toHaveBeenCalled();
  letGo();
  letGo();
  await settled();
  expect(a!.lay).toHaveBeenCalledTimes(1);
  endTurn(a!.row);
});
