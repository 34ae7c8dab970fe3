import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import EyeOff from 'lucide-react/icons/eye-off';
import { useActions, useHomebody } from '../homebody-context.tsx';
import { CardSkeleton } from '../feed/card-skeleton.tsx';
import { ItemMenuProvider } from '../feed/item-menu-context.tsx';
import { More } from '../feed/more.tsx';
import { Swiping } from '../feed/swiping.tsx';
import { useCardFocus } from '../feed/use-card-focus.ts';
import { useHeld } from '../feed/use-held.ts';
import { Button } from '../parts/button.tsx';
import { Empty } from '../parts/empty.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { BackLink } from '../product/back-link.tsx';
import { useWords } from '../words/words-context.tsx';
import css from './department-view.module.css';
import { useDepartment } from './use-department.ts';

const PAGE = 36;
const MOST = 200;
const PLACES = Array.from({ length: 12 }, (_, place) => place);
const NONE_RISEN: ReadonlySet<never> = new Set<never>();

/**
 * One department, ranked for the visitor. `row`: its number within the catalogue, as the address writes it. Never its
 * name: the browser keeps addresses in the clear, and an import's words are nobody's business.
 */
export function DepartmentView({ row }: { readonly row: string }): ReactNode {
  const words = useWords();
  const catalogue = useHomebody((state) => state.catalogue?.id);
  const departments = useHomebody((state) => state.catalogue?.departments ?? null);
  const name = /^\d{1,9}$/.test(row) ? departments?.[Number(row)] : undefined;

  return (
    <div className={css['view']}>
      <BackLink />
      {departments === null ? (
        <Loading />
      ) : name !== undefined ? (
        <Known key={`${catalogue} ${name}`} name={name} />
      ) : (
        <>
          <h1 tabIndex={-1}>{words.department.missing}</h1>
          <p className={css['soft']}>{words.department.missingHint}</p>
        </>
      )}
    </div>
  );
}

function Known({ name }: { readonly name: string }): ReactNode {
  const words = useWords();
  const said = words.department;
  const actions = useActions();
  const [k, setK] = useState(PAGE);
  const { cards, available, error, pending } = useDepartment(name, k);
  const currency = useHomebody((state) => state.catalogue?.currency ?? null);
  const isMuted = useHomebody((state) => state.muted.departments.includes(name));
  const ranked = useHomebody((state) => state.feed?.model !== null && state.feed !== null);
  const failed = useHomebody((state) => state.phase === 'failed');
  const held = useHeld(cards);
  const room = useRef<HTMLDivElement>(null);
  const focus = useCardFocus(room, held.value);
  const shown = held.value;

  return (
    <>
      <header className={css['head']}>
        <div>
          <h1 id="department" tabIndex={-1}>
            {words.departmentName(name)}
          </h1>
          <p className={css['soft']}>
            {cards && available > 0 && <span>{said.count(available)}</span>}
            <span>{ranked ? said.ranked : said.popular}</span>
          </p>
        </div>
        {!isMuted && (
          <Button
            icon={<EyeOff size={20} aria-hidden />}
            onClick={() => void actions.mute('department', name)}
          >
            {currency === null ? said.muteFilms : said.mute}
          </Button>
        )}
      </header>
      {error && <ErrorNotice error={error} />}
      {isMuted ? (
        <div className={css['muted']}>
          <p>{said.muted(words.departmentName(name))}</p>
          <Button look="main" onClick={() => void actions.unmute('department', name)}>
            {said.unmute}
          </Button>
        </div>
      ) : shown === null ? (
        !failed && !error && <Loading />
      ) : shown.length === 0 ? (
        <Empty title={said.empty} hint={said.emptyHint} />
      ) : (
        <ItemMenuProvider>
          <Swiping>
            {/* It only hears of what its cards are for: keys that move between them, fingers that rest on them. */}
            {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
            <div
              ref={room}
              aria-busy={pending}
              onPointerDown={held.onPointerDown}
              onPointerUp={held.onPointerEnd}
              onPointerCancel={held.onPointerEnd}
              onPointerLeave={held.onPointerEnd}
              onFocus={focus.onFocus}
              onBlur={focus.onBlur}
              onKeyDown={focus.onKeyDown}
            >
              <More
                labelledBy="department"
                level={2}
                cards={shown}
                currency={currency}
                risen={NONE_RISEN}
                entry
                available={Math.min(available, MOST)}
                elsewhere={0}
                onMore={() => setK(Math.min(MOST, k + PAGE))}
              />
            </div>
          </Swiping>
        </ItemMenuProvider>
      )}
    </>
  );
}

function Loading(): ReactNode {
  const words = useWords().department;
  return (
    <>
      <p role="status" className="aside-voice">
        {words.loading}
      </p>
      <div className={css['places']} aria-hidden>
        {PLACES.map((place) => (
          <CardSkeleton key={place} />
        ))}
      </div>
    </>
  );
}
