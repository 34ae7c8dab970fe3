import type { Undoable } from '../../client/state.ts';
import type { Words } from '../words/en.ts';

/** What was just done, in words. */
export function undoSentence(undoable: Undoable, words: Words): string {
  return undoable.kind === 'taken-back'
    ? words.undo.takenBack(undoable.item.title)
    : words.undo.said(undoable.event.kind, undoable.item.title);
}
