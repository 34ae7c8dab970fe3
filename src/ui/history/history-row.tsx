import { memo } from 'react';
import type { MemoExoticComponent, ReactNode } from 'react';
import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import Undo2 from 'lucide-react/icons/undo-2';
import { Link } from 'wouter';
import { Button } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import type { HistoryGroup } from './groups.ts';
import css from './history-row.module.css';
import { personaName } from './persona-name.ts';
import { TakeBackPreview } from './take-back-preview.tsx';

export interface HistoryRowProps {
  readonly group: HistoryGroup;
  /** When it was done, in words. */
  readonly when: string;
  /** Its preview stands under it. */
  readonly open: boolean;
  /** Its preview or what it moved stands beside the list. */
  readonly chosen: boolean;
  readonly onOpen: (group: HistoryGroup) => void;
  readonly onMoved: (group: HistoryGroup) => void;
  readonly onTakeBack: (group: HistoryGroup) => void;
  readonly onKeep: (group: HistoryGroup) => void;
}

/** Pictures of a group that are shown. */
const STACKED = 3;

/** One thing that was done, or several at once, and the ways to look at it and to take it back. */
export const HistoryRow: MemoExoticComponent<(props: HistoryRowProps) => ReactNode> = memo(
  function HistoryRow({ group, when, open, chosen, ...acts }: HistoryRowProps): ReactNode {
    const words = useWords();
    const { entries, key } = group;
    const [{ item, index }] = entries;
    const name = groupName(group, words);
    const stepOut = personaName(group.persona, words);
    const back = stepOut ? words.history.stepOutOf(stepOut) : words.history.takeBackOf(name);
    // Two pieces of one thing are one picture.
    const things = [...new Map(entries.map((entry) => [entry.index, entry.item])).values()];
    return (
      <li className={css['row']} data-chosen={open || chosen}>
        <div className={css['pictures']}>
          {things.slice(0, STACKED).map((thing) => (
            <div key={thing.id} className={css['picture']}>
              <ItemPicture item={thing} small />
            </div>
          ))}
        </div>
        <div className={css['text']}>
          {entries.length === 1 ? (
            <Link href={`/product/${index}`} className={css['title']}>
              {words.item(item).title}
            </Link>
          ) : (
            <>
              <span className={css['title']}>{name}</span>
              <p className={css['things']}>
                {words.formats.list(things.map((thing) => words.item(thing).title))}
              </p>
            </>
          )}
          <p className={css['did']}>{when}</p>
        </div>
        <div className={css['acts']}>
          <Button
            look="plain"
            className={css['act']}
            aria-label={words.moved.openOf(name)}
            title={words.moved.openOf(name)}
            icon={<ArrowUpDown size={20} aria-hidden />}
            onClick={() => acts.onMoved(group)}
          >
            <span className={css['moved']}>{words.moved.open}</span>
          </Button>
          <Button
            look="plain"
            className={css['act']}
            aria-label={back}
            title={back}
            aria-expanded={open}
            data-opener={key}
            icon={<Undo2 size={20} aria-hidden />}
            onClick={() => (open ? acts.onKeep(group) : acts.onOpen(group))}
          >
            <span className={css['back']}>{stepOut ? words.history.stepOut : words.history.takeBack}</span>
          </Button>
        </div>
        {open && (
          <div className={css['preview']}>
            <TakeBackPreview
              group={group}
              roomy={false}
              onTakeBack={() => acts.onTakeBack(group)}
              onKeep={() => acts.onKeep(group)}
            />
          </div>
        )}
      </li>
    );
  },
);

/** What a group is called: the thing's title, or what they were together. */
export function groupName({ entries, kind, persona }: HistoryGroup, words: Words): string {
  const [{ item }] = entries;
  const who = personaName(persona, words);
  if (who) return words.history.persona(who, entries.length);
  if (entries.length === 1) return words.item(item).title;
  return kind === 'purchase'
    ? words.history.order(entries.length)
    : words.history.together(kind, entries.length);
}
