import type { ReactNode } from 'react';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { useOwnership, useOwnershipActions } from './ownership-context.tsx';

/** What last went wrong with what is stored. */
export function OwnershipProblem(): ReactNode {
  const actions = useOwnershipActions();
  const problem = useOwnership((state) => state.problem);
  return problem && <ErrorNotice error={problem} onDismiss={() => actions.dismissProblem()} />;
}
