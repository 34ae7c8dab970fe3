import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { ShownItem } from '../../client/state.ts';
import type { ItemIndex } from '../../domain/ids.ts';
import { ITEM_ATTRIBUTE } from '../feed/item-attribute.ts';
import { SwipeSign } from '../feed/swipe-sign.tsx';
import { useSwipe } from '../feed/use-swipe.ts';
import { useActions, useHandle } from '../homebody-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { useWords } from '../words/words-context.tsx';
import { PicksFrame, PLACES, ROUNDS } from './picks-frame.tsx';
import css from './picks-frame.module.css';

/** A second press that was meant for the picture before would choose the one that took its place. */
const BLIND_MS = 350;

export interface QuickPicksProps {
  /** `skip`: it was not gone through. */
  readonly onEnd: (skip: boolean) => void;
}

/** "Which of these would you take home?": three rounds of three pictures. */
export function QuickPicks({ onEnd }: QuickPicksProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const { store } = useHandle();
  const [round, setRound] = useState(0);
  const [chosen, setChosen] = useState<ShownItem | null>(null);
  /** Null while the first are chosen. */
  const [picks, setPicks] = useState<readonly ShownItem[] | null>(null);
  const passed = useRef<readonly ItemIndex[]>([]);
  const shownAt = useRef(0);
  const question = useRef<HTMLHeadingElement>(null);

  const offer = useCallback(async () => {
    const offered = await actions.quickPicks(passed.current);
    shownAt.current = performance.now();
    setPicks(offered);
  }, [actions]);
  useEffect(() => void offer(), [offer]);

  const pass = (): void => {
    passed.current = [...passed.current, ...(picks ?? []).map((pick) => pick.index)];
  };
  const choose = async (pick: ShownItem | undefined): Promise<void> => {
    if (!pick || performance.now() - shownAt.current < BLIND_MS) return;
    shownAt.current = Infinity;
    await actions.record('like', pick.index);
    const isLiked = store
      .getState()
      .history.some(({ index, event }) => index === pick.index && event.kind === 'like');
    if (!isLiked) {
      // It could not be recorded, which the page says: the same three can be chosen from again.
      shownAt.current = performance.now();
      return;
    }
    pass();
    if (round + 1 === ROUNDS) {
      onEnd(false);
      return;
    }
    // What takes this picture's place is not chosen, nor may it look so: the question gets the focus.
    question.current?.focus({ preventScroll: true });
    setRound(round + 1);
    setChosen(pick);
    await offer();
  };
  const turnDown = async (pick: ShownItem): Promise<void> => {
    passed.current = [...passed.current, pick.index];
    await actions.record('dismiss', pick.index);
    await offer();
  };
  const { swipe, ...handlers } = useSwipe('[data-pick]', (side, thing) => {
    const pick = picks?.find((one) => String(one.index) === thing.getAttribute(ITEM_ATTRIBUTE));
    if (pick) void (side === 'like' ? choose(pick) : turnDown(pick));
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const place = ['1', '2', '3'].indexOf(event.key);
    if (place === -1) return;
    event.preventDefault();
    void choose(picks?.[place]);
  };
  const none = (): void => {
    pass();
    void offer();
  };

  const skip = (): void => onEnd(true);

  if (!picks) return <PicksFrame round={round} onSkip={skip} />;
  return (
    <PicksFrame
      round={round}
      question={question}
      said={chosen && words.shelf.moved(words.shelf.cause.event('like', words.item(chosen.item).title), 0)}
      onKeyDown={onKeyDown}
      onNone={picks.length > 0 ? none : undefined}
      onSkip={skip}
    >
      {picks.length === 0 && <p className={css['nothing']}>{words.firstMinute.noPicks}</p>}
      {picks.length > 0 && (
        <ul className={css['three']} {...handlers}>
          {PLACES.map((place) => {
            const pick = picks[place];
            if (!pick) return null;
            return (
              <li key={place}>
                <button
                  type="button"
                  className={css['button']}
                  {...{ [ITEM_ATTRIBUTE]: pick.index }}
                  onClick={() => void choose(pick)}
                >
                  {/* The button stays, with the focus; what is in it is another. */}
                  <span
                    key={pick.index}
                    className={css['pick']}
                    data-pick
                    {...{ [ITEM_ATTRIBUTE]: pick.index }}
                  >
                    <span className={css['picture']}>
                      <ItemPicture item={pick.item} />
                    </span>
                    <span className={css['title']}>
                      <kbd className={css['key']} aria-hidden>
                        {place + 1}
                      </kbd>
                      {words.item(pick.item).title}
                    </span>
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {swipe && <SwipeSign swipe={swipe} />}
    </PicksFrame>
  );
}
