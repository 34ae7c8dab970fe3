import { useCallback, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { asError } from '../../client/errors.ts';
import type { Lock, LockState } from '../../client/lock-state.ts';
import type { Homebody } from '../../client/state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
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
    lookedAt(homebody).then(setLock, (reason: unknown) => setError(asError(reason)));
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
