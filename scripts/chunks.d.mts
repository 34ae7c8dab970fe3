import type { Rolldown } from 'vite';

/** Groups for Rolldown's `codeSplitting`. */
export const CHUNKS: Rolldown.CodeSplittingGroup[];
