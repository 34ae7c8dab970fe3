import type { Act, ShownItem, ShownMood } from '../../client/state.ts';
import { personaName } from '../history/persona-name.ts';
import type { Words } from '../words/en.ts';

/** What was just done, in words. */
export function undoSentence(act: Act, words: Words): string {
  if ('items' in act) return ofEvents(act, words);
  if (act.kind === 'mood') return ofMood(act.before, act.mood, words);
  if (act.kind === 'catalogue-removed') return words.undo.removed(act.name);
  if (act.kind === 'run-removed') return words.undo.runRemoved(act.model);
  const name = act.field === 'department' ? words.departmentName(act.name) : act.name;
  return act.kind === 'muted' ? words.undo.muted(name) : words.undo.unmuted(name);
}

function ofEvents(act: Extract<Act, { readonly items: unknown }>, words: Words): string {
  const [item] = act.items;
  const [event] = act.events;
  const count = act.items.length;
  const title = item ? words.item(item).title : '';
  if (act.kind === 'order') return words.undo.ordered(count, title);
  if (act.kind === 'persona') return words.undo.persona(count, personaName(act.persona, words));
  if (act.kind === 'taken-back') {
    return count === 1 ? words.undo.takenBack(title) : words.undo.takenBackMany(count, title);
  }
  return count === 1 && event ? words.undo.said(event.kind, title) : words.undo.saidMany(count);
}

/** The one thing that a change of the mood was about. */
function ofMood(before: ShownMood, now: ShownMood, words: Words): string {
  const gone = <One>(old: readonly One[], rest: readonly One[], same: (a: One, b: One) => boolean) =>
    old.find((one) => !rest.some((other) => same(one, other)));
  const sameItem = (a: ShownItem, b: ShownItem): boolean => a.index === b.index;
  const sameName = (a: string, b: string): boolean => a === b;

  const more = gone(now.more, before.more, sameItem);
  if (more) return words.undo.moreLike(words.item(more.item).title);
  const less = gone(now.less, before.less, sameItem);
  if (less) return words.undo.lessLike(words.item(less.item).title);
  const department = gone(now.departments, before.departments, sameName);
  if (department !== undefined) return words.undo.inMood(words.departmentName(department));

  const left = now.more.length + now.less.length + now.departments.length;
  const had = before.more.length + before.less.length + before.departments.length;
  if (left === 0 && had > 1) return words.undo.moodGone;
  const forgotten = gone([...before.more, ...before.less], [...now.more, ...now.less], sameItem);
  if (forgotten) return words.undo.moodForgot(words.item(forgotten.item).title);
  const over = gone(before.departments, now.departments, sameName);
  return over === undefined ? words.undo.moodGone : words.undo.outOfMood(words.departmentName(over));
}
