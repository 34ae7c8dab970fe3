import { use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { asError } from '../../client/errors.ts';
import type { Lab } from '../../client/lab/lab-state.ts';
import type { HomebodyError } from '../../domain/errors.ts';
import { useHandle } from '../homebody-context.tsx';
import { Button } from '../parts/button.tsx';
import { ErrorNotice } from '../parts/error-notice.tsx';
import { labWordsIn } from '../words/lab-words.ts';
import { useWords } from '../words/words-context.tsx';
import {
  BenchContext,
  LabContext,
  LabWordsContext,
  useLab,
  useLabActions,
  useLabHandle,
  useLabWords,
} from './lab-context.tsx';
import type { Bench } from './lab-context.tsx';
import { useEntered } from './entered.ts';
import { LabSkeleton } from './lab-skeleton.tsx';
import css from './lab-view.module.css';
import { BenchRoom } from './bench-room.tsx';
import { CompareRoom } from './compare/compare-room.tsx';
import { ItemMapRoom } from './map/item-map-room.tsx';
import { PrivacyRoom } from './privacy/privacy-room.tsx';
import { textsOf } from './train/setup-form.ts';
import { TuningRoom } from './tuning/tuning-room.tsx';

const ROOMS = {
  bench: BenchRoom,
  compare: CompareRoom,
  tuning: TuningRoom,
  map: ItemMapRoom,
  privacy: PrivacyRoom,
} as const;
type RoomName = keyof typeof ROOMS;
const NAMES = Object.keys(ROOMS) as readonly RoomName[];
const addressOf = (name: RoomName): string => (name === 'bench' ? '/lab' : `/lab/${name}`);

/** Where models are trained, measured, compared, tuned and looked into. `part`: the end of the address. */
export function LabView({ part }: { readonly part?: string | undefined }): ReactNode {
  const words = use(labWordsIn(useWords().language));
  const room = NAMES.find((name) => name === part) ?? 'bench';
  const { lab, error, again } = useOpenLab();
  const Room = ROOMS[room];
  return (
    <LabWordsContext value={words}>
      <div className={css['view']} aria-busy={lab === null && error === null}>
        {/* Another room is another place, with a heading of its own. */}
        <header key={room} className={css['head']}>
          <h1 tabIndex={-1}>{words.rooms[room].title}</h1>
          <p className={css['lead']}>{words.rooms[room].lead}</p>
        </header>
        <nav aria-label={words.places} className={css['rooms']}>
          {NAMES.map((name) => (
            <Link key={name} href={addressOf(name)} aria-current={name === room ? 'page' : undefined}>
              {words.rooms[name].name}
            </Link>
          ))}
        </nav>
        {error && (
          <>
            <ErrorNotice error={error} />
            <Button look="main" className={css['again']} onClick={again}>
              {words.again}
            </Button>
          </>
        )}
        {lab ? (
          <LabContext value={lab}>
            <BenchOf>
              <Problem />
              <Ready>
                <Room />
              </Ready>
            </BenchOf>
          </LabContext>
        ) : (
          !error && <LabSkeleton />
        )}
      </div>
    </LabWordsContext>
  );
}

function Problem(): ReactNode {
  const problem = useLab((state) => state.problem);
  const actions = useLabActions();
  return problem && <ErrorNotice error={problem} onDismiss={() => actions.dismissProblem()} />;
}

function Ready({ children }: { readonly children: ReactNode }): ReactNode {
  const words = useLabWords();
  const ready = useLab((state) => state.ready);
  const problem = useLab((state) => state.problem !== null);
  if (ready) return children;
  // What went wrong stands above.
  return problem ? null : <LabSkeleton label={words.opening} />;
}

interface OpenLab {
  readonly lab: Lab | null;
  readonly error: HomebodyError | null;
  readonly again: () => void;
}

/** The lab is fetched when somebody comes in. */
function useOpenLab(): OpenLab {
  const homebody = useHandle();
  const [lab, setLab] = useState<Lab | null>(null);
  const [error, setError] = useState<HomebodyError | null>(null);
  const open = useCallback((): void => {
    homebody.lab().then(
      (found) => {
        setLab(found);
        void found.actions.open();
      },
      (reason: unknown) => setError(asError(reason)),
    );
  }, [homebody]);
  useEffect(open, [open]);
  const again = (): void => {
    setError(null);
    open();
  };
  return { lab, error, again };
}

/** What the rooms share. */
function BenchOf({ children }: { readonly children: ReactNode }): ReactNode {
  const { store } = useLabHandle();
  const [, navigate] = useLocation();
  const [setup, changeSetup] = useEntered('setup');
  const [{ picked, opened }, changeBoard] = useEntered('board');
  const bench = useMemo<Bench>(
    () => ({
      setup,
      changeSetup,
      picked,
      pick: (runs) => changeBoard({ picked: runs }),
      opened,
      open: (run) => changeBoard({ opened: run }),
      takeSettings: (model, config) => {
        const specs = store.getState().models.find(({ name }) => name === model)?.settings ?? [];
        changeSetup({ model, settings: textsOf(config, specs) });
        navigate(addressOf('bench'));
        scrollTo(0, 0);
      },
    }),
    [store, navigate, setup, changeSetup, picked, opened, changeBoard],
  );
  return <BenchContext value={bench}>{children}</BenchContext>;
}
