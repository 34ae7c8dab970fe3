import type { HomeName } from '../../../domain/training.ts';
import type { KernelHome } from '../../../kernels/home.ts';
import { createReferenceHome } from '../../../kernels/reference-home.ts';

/** A clock that only moves when somebody works. */
export interface FakeClock {
  ms: number;
  readonly now: () => number;
}

export function createFakeClock(): FakeClock {
  const clock: FakeClock = { ms: 0, now: () => clock.ms };
  return clock;
}

export interface FakeHome extends KernelHome {
  /** Buffers that were created and not released. */
  readonly liveBuffers: () => number;
  readonly isDisposed: () => boolean;
}

export interface FakeHomeOptions {
  readonly clock?: FakeClock;
  /** What one `solveRows` costs on the clock. */
  readonly costMs?: number;
  readonly wrong?: boolean;
}

/**
 * A home of any name that computes as the reference does (of `solveRows` only the first rows: calibration looks
 * at no others), or wrongly where told so.
 */
export function createFakeHome(name: HomeName, options: FakeHomeOptions = {}): FakeHome {
  const reference = createReferenceHome();
  let live = 0;
  let disposed = false;
  const counted = <Buffer extends { release(): void }>(buffer: Buffer): Buffer => {
    live += 1;
    const release = buffer.release.bind(buffer);
    buffer.release = () => {
      live -= 1;
      release();
    };
    return buffer;
  };
  return {
    ...reference,
    name,
    device: `fake ${name}`,
    createF32: (source) => counted(reference.createF32(source)),
    createI32: (source) => counted(reference.createI32(source)),
    async solveRows(args) {
      if (options.clock) options.clock.ms += options.costMs ?? 1;
      if (!options.wrong) await reference.solveRows({ ...args, rowEnd: Math.min(args.rowEnd, 8) });
    },
    dispose() {
      disposed = true;
    },
    liveBuffers: () => live,
    isDisposed: () => disposed,
  };
}
