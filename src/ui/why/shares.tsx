import { useRef } from 'react';
import type { ReactNode } from 'react';
import type { ExplainedItem, HistoryEntry, HomebodyActions } from '../../client/state.ts';
import { useKeptFocus } from '../cart/use-kept-focus.ts';
import { useActions } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import type { Words } from '../words/en.ts';
import { useWords } from '../words/words-context.tsx';
import { roundedParts } from './rounded-parts.ts';
import { strongestEvent } from './why-sentence.ts';
import css from './shares.module.css';

export interface SharesProps {
  readonly explained: ExplainedItem;
  readonly history: readonly HistoryEntry[];
}

/** One part of the score: what it is of, and how it is made undone. */
interface Part {
  readonly key: string;
  readonly name: string;
  readonly said: string;
  readonly share: number;
  readonly picture: ReactNode;
  readonly back: { readonly word: string; readonly name: string; readonly act: () => void } | null;
}

/** Decimals of a share that are written. */
const DIGITS = 3;

/** The exact signed parts of a score, largest first: to the right what speaks for it, to the left against. */
export function Shares({ explained, history }: SharesProps): ReactNode {
  const words = useWords();
  const actions = useActions();
  const list = useRef<HTMLUListElement>(null);
  const parts = partsOf(explained, history, words, actions);
  const { score } = explained.explanation;
  const written = roundedParts(
    parts.map((part) => part.share),
    score,
    DIGITS,
  );
  const widest = Math.max(...parts.map((part) => Math.abs(part.share)), Number.MIN_VALUE);
  const signed = parts.some((part) => part.share < 0);
  const keepFocus = useKeptFocus(parts.map((part) => part.key).join(' '), (place) => {
    const buttons = list.current?.querySelectorAll<HTMLElement>('button') ?? [];
    return (
      buttons[Math.min(place, buttons.length - 1)] ?? list.current?.closest('dialog')?.querySelector('h2')
    );
  });
  const places = new Map(parts.filter((part) => part.back).map((part, place) => [part.key, place]));

  return (
    <section aria-labelledby="shares" className={css['shares']}>
      <h3 id="shares" className={css['title']}>
        {words.why.shares}
      </h3>
      <p className={css['hint']}>
        {explained.explanation.byPopularity ? words.why.sharesBeside : words.why.sharesHint}
      </p>
      <ul ref={list} className={css['list']}>
        {parts.map(({ key, name, said, share, picture, back }, place) => (
          <li key={key} className={css['cause']} data-share={share}>
            <div className={css['picture']}>{picture}</div>
            <div className={css['name']}>
              <span className={css['item']}>{name}</span>
              <span className={css['did']}>{said}</span>
            </div>
            <span className={css['number']}>
              {words.why.share(written[place] ?? share)}
              <span className="aside-voice"> {share < 0 ? words.why.against : words.why.for}</span>
            </span>
            {back && (
              <Button
                look="plain"
                className={css['back']}
                aria-label={back.name}
                onClick={() => {
                  keepFocus(places.get(key));
                  back.act();
                }}
              >
                {back.word}
              </Button>
            )}
            <Bar share={share} widest={widest} signed={signed} />
          </li>
        ))}
      </ul>
      <p className={css['sum']} data-score={score}>
        <span>{words.why.sum}</span>
        <span className={css['number']}>{words.why.share(score)}</span>
      </p>
    </section>
  );
}

function partsOf(
  { causes, explanation, item }: ExplainedItem,
  history: readonly HistoryEntry[],
  words: Words,
  actions: HomebodyActions,
): readonly Part[] {
  const parts = causes.map((cause): Part => {
    const name = words.item(cause.item).title;
    const shared = { name, share: cause.share, picture: <ItemPicture item={cause.item} small /> };
    if (cause.mood) {
      const act = (): void => void actions.forgetMood(cause.index);
      const back = { word: words.why.forget, name: words.why.forgetOf(name), act };
      return { ...shared, key: `mood ${cause.index}`, said: words.why.mood, back };
    }
    const entry = strongestEvent(history, cause.index);
    const back = entry && {
      word: words.history.takeBack,
      name: words.history.takeBackOf(name),
      act: () => void actions.takeBack([entry.event]),
    };
    const said = entry ? words.history.did[entry.event.kind] : '';
    return { ...shared, key: String(cause.index), said, back: back ?? null };
  });
  if (explanation.departmentShare === 0) return parts;
  const { department } = item;
  const name = words.why.moodFor(words.departmentName(department));
  const act = (): void => void actions.moodFor(department, false);
  const mood: Part = {
    key: 'department',
    name,
    said: words.why.mood,
    share: explanation.departmentShare,
    picture: null,
    back: { word: words.why.forget, name: words.why.forgetOf(name), act },
  };
  return [...parts, mood].toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share));
}

function Bar({ share, widest, signed }: { share: number; widest: number; signed: boolean }): ReactNode {
  const room = signed ? 50 : 100;
  const width = (Math.abs(share) / widest) * room;
  const left = share < 0 ? room - width : signed ? room : 0;
  return (
    <div className={css['track']} aria-hidden>
      <div
        className={share < 0 ? css['against'] : css['for']}
        style={{ marginLeft: `${left}%`, width: `${width}%` }}
      />
      {signed && <div className={css['middle']} />}
    </div>
  );
}
