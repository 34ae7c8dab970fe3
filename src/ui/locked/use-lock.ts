import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Lock, LockState } from '../../client/lock-state.ts';
import type { Homebody } from '../../client/state.ts';
import { HomebodyError } from '../../domain/errors.ts';
import { useHandle } from '../homebody-context.tsx';

export interface OpenLock {
  /** Null until it is there, with its facts. */
  readonly lock: Lock | null;
  readonly error: HomebodyError | null;
  readonly again: () => void;
}

/** The lock, fetched and looked at when somebody comes to it. */
export function useLock(): OpenLock {
  const homebody = useHandle();
  const [lock, setLock] = useState<Lock | null>(null);
  const [error, setError] = useState<HomebodyError | null>(null);
  const open = useCallback((): void => {
    lookedAt(homebody).then(setLock, (reason: unknown) => setError(errorOf(reason)));
  }, [homebody]);
  useEffect(open, [open]);
  return {
    lock,
    error,
    again: () => {
      setError(null);
      open();
    },
  };
}

async function lookedAt(homebody: Homebody): Promise<Lock> {
  const lock = await homebody.lock();
  await lock.actions.look();
  return lock;
}

/** A part of what is known of the lock; the component is drawn again only when that part is another. */
export function useLockState<Part>(lock: Lock, select: (state: LockState) => Part): Part {
  return useStore(lock.store, select);
}

export const errorOf = (reason: unknown): HomebodyError =>
  reason instanceof HomebodyError ? reason : new HomebodyError('internal', String(reason), { cause: reason });
