import type { HistoryGroup } from './groups.ts';

/** What an entry of the browser's history remembers of the history's own page. */
export interface TakingBackState {
  /** Key of the group whose preview is to be open. */
  readonly takeBack: string;
}

/** For the way to the history, with the preview of a group open. */
export const takingBack = ({ key }: HistoryGroup): TakingBackState => ({ takeBack: key });

/** The group that was asked for; null for none. `state`: whatever the browser remembers. */
export function askedFor(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('takeBack' in state)) return null;
  return typeof state.takeBack === 'string' ? state.takeBack : null;
}
