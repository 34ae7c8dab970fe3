import { createContext } from 'react';
import type { Context } from 'react';

/** Whether something was swiped here, in this visit or before it. */
export const SwipedContext: Context<boolean> = createContext(true);
