import { HomebodyError } from '../../domain/errors.ts';
import type { F32Buffer, I32Buffer, KernelHome } from '../../kernels/home.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';

export interface CountingHome extends KernelHome {
  /** Buffers that were created and not given back. */
  readonly alive: number;
  /** Rows that each `solveRows` was asked for. */
  readonly solved: readonly number[];
  /** Loses the home at the n-th `solveRows` from now (1: the next). */
  loseAtSolve(n: number): void;
  /** Loses it now: every call rejects from here on, and `lost` does. */
  lose(): void;
}

/** The reference home with an eye on its buffers, and a switch to lose it like a GPU device. */
export function createCountingHome(): CountingHome {
  const inner = createReferenceHome();
  const alive = new Set<F32Buffer | I32Buffer>();
  const solved: number[] = [];
  let solvesLeft = Infinity;
  let isLost = false;
  let reject: (error: Error) => void = () => {};
  const lost = new Promise<never>((_, fail) => {
    reject = fail;
  });
  // Nobody has to listen.
  lost.catch(() => {});
  const gone = (): HomebodyError => new HomebodyError('home/lost', 'The device was lost.');
  const lose = (): void => {
    isLost = true;
    reject(gone());
  };
  const counted = <B extends F32Buffer | I32Buffer>(buffer: B): B => {
    if (isLost) throw gone();
    const release = buffer.release.bind(buffer);
    buffer.release = () => {
      alive.delete(buffer);
      release();
    };
    alive.add(buffer);
    return buffer;
  };
  const unlessLost = async <T>(work: () => Promise<T>): Promise<T> => {
    if (isLost) throw gone();
    return work();
  };
  return {
    ...inner,
    lost,
    lose,
    solved,
    get alive() {
      return alive.size;
    },
    loseAtSolve: (n) => {
      solvesLeft = n;
    },
    createF32: (source) => counted(inner.createF32(source)),
    createI32: (source) => counted(inner.createI32(source)),
    gramian: (args) => unlessLost(() => inner.gramian(args)),
    scoreTopK: (args) => unlessLost(() => inner.scoreTopK(args)),
    multiply: (args) => unlessLost(() => inner.multiply(args)),
    read: (...args) => unlessLost(() => inner.read(...args)),
    readI32: (...args) => unlessLost(() => inner.readI32(...args)),
    solveRows: (args) => {
      solvesLeft -= 1;
      if (solvesLeft === 0) lose();
      solved.push(args.rowEnd - args.rowBegin);
      return unlessLost(() => inner.solveRows(args));
    },
  };
}
