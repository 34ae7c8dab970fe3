import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import Check from 'lucide-react/icons/check';
import type { Erased } from '../../client/state.ts';
import type { EraseReport, KeptThing } from '../../domain/ownership.ts';
import { Button } from '../parts/button.tsx';
import { Mark } from '../shell/mark.tsx';
import { useEraseWords } from '../words/erase-words.ts';
import { useWords } from '../words/words-context.tsx';
import css from './erased-view.module.css';

export interface ErasedViewProps {
  readonly erased: Erased;
}

/** All that there is to see once everything is erased: what was there, and what is there now. */
export function ErasedView({ erased: { where, report } }: ErasedViewProps): ReactNode {
  const { shell } = useWords();
  const words = useEraseWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const left = report !== null && report.left.length > 0;
  const title = left ? words.notDone : words.done[where];
  useEffect(() => {
    document.title = shell.title(title);
  }, [shell, title]);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);

  return (
    <main className={css['view']}>
      <p className={css['name']}>
        <Mark />
        <span>{shell.name}</span>
      </p>
      <div className={css['body']}>
        <header className={css['head']}>
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          <p className={css['lead']}>
            {report === null ? words.otherTab : left ? words.stillThere : words.verified}
          </p>
        </header>
        {report && report.found.length > 0 && <Report report={report} />}
        {report && <p className={css['soft']}>{words.check}</p>}
        <div className={css['afresh']}>
          <Button look="main" onClick={() => location.reload()}>
            {words.afresh}
          </Button>
          <p className={css['soft']}>{words.afreshHint}</p>
        </div>
      </div>
    </main>
  );
}

function Report({ report }: { readonly report: EraseReport }): ReactNode {
  const words = useEraseWords();
  const places = [...new Set([...report.found, ...report.left].map(({ place }) => place))];
  const of = (place: KeptThing['place'], things: readonly KeptThing[]): readonly KeptThing[] =>
    things.filter((thing) => thing.place === place);
  return (
    <table className={css['report']}>
      <thead>
        <tr>
          <th scope="col">{words.table.what}</th>
          <th scope="col">{words.table.before}</th>
          <th scope="col">{words.table.after}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((place) => {
          const left = of(place, report.left).length;
          return (
            <tr key={place}>
              <th scope="row">
                {words.places[place]}
                <p className={css['names']}>
                  {of(place, report.found)
                    .map(({ name }) => name)
                    .join(', ')}
                </p>
              </th>
              <td>{words.number(of(place, report.found).length)}</td>
              <td className={left === 0 ? css['gone'] : css['left']}>
                {left === 0 && <Check size={20} aria-hidden />}
                {words.number(left)}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
