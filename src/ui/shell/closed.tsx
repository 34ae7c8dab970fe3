import type { ReactNode } from 'react';
import { ErasedView } from '../erase/erased-view.tsx';
import { useHomebody } from '../homebody-context.tsx';
import { later } from './later.ts';

const LockedView = later(() => import('../locked/locked-view.tsx'), 'LockedView');

/** What stands in the place of the house while nothing in it can be shown: its locked door, or that it is gone. */
export function Closed(): ReactNode {
  const erased = useHomebody((state) => state.erased);
  return erased ? <ErasedView erased={erased} /> : <LockedView />;
}
