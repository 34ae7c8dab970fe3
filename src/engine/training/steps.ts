import type { Pacer } from './pacer.ts';

/**
 * Host work with seams: each `yield` is a place where others may have their turn. What it computes does not
 * depend on who does; so one text serves a worker, which takes turns, and a command line, which takes none.
 */
export type Steps<T> = Generator<undefined, T, undefined>;

/** A hot loop has a seam where `(i & EVERY) === EVERY`: each 16,384 rounds, some tenths of a millisecond. */
export const EVERY: number = 0x3fff;
/** The same for a loop over rows, whose entries are the work. */
export const EVERY_ROWS: number = 0xff;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Takes breath at the seams where it is due. @throws 'training/cancelled' */
export async function inTurns<T>(steps: Steps<T>, pacer: Pacer): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    if (pacer.due) await pacer.breathe();
  }
}

/** The same, with a call at each seam. */
export function* heard<T>(steps: Steps<T>, onSeam: () => void = () => {}): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    onSeam();
    yield;
  }
}
