import { Suspense, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { useStore } from 'zustand';
import type { Homebody } from '../client/state.ts';
import type { StoredEvent } from '../domain/events.ts';
import type { ItemIndex } from '../domain/ids.ts';
import { HomebodyContext } from './homebody-context.tsx';
import { DrawingProvider } from './pictures/drawing-context.tsx';
import { RoomContext } from './room-context.tsx';
import type { Room } from './room-context.tsx';
import { House } from './shell/house.tsx';
import { later } from './shell/later.ts';
import { readPreference, writePreference } from './shell/preference.ts';
import { showTheme, THEMES } from './shell/theme.ts';
import { loadWords } from './words/language.ts';
import type { Language } from './words/language.ts';
import type { Words } from './words/en.ts';
import { useWords, WordsContext } from './words/words-context.tsx';

const WhyDialog = later(() => import('./why/why-dialog.tsx'), 'WhyDialog');
const MovedDialog = later(() => import('./moved/moved-dialog.tsx'), 'MovedDialog');
const SettingsDialog = later(() => import('./shell/dialogs.ts'), 'SettingsDialog');
const Closed = later(
  // With the page's own files gone too, there may be nothing to fetch it from.
  () => import('./shell/closed.tsx').catch(() => ({ Closed: ErasedInWords })),
  'Closed',
);
const HelpDialog = later(() => import('./shell/dialogs.ts'), 'HelpDialog');

export interface AppProps {
  readonly homebody: Homebody;
  readonly language: Language;
  readonly words: Words;
}

/** The whole page. Places are in the address's hash, so that it lives under any path of any host. */
export function App({ homebody, ...first }: AppProps): ReactNode {
  const [spoken, setSpoken] = useState({ language: first.language, words: first.words });
  const [theme, setTheme] = useState(() => readPreference('theme', THEMES, 'system'));
  const [why, setWhy] = useState<ItemIndex | null>(null);
  const [moved, setMoved] = useState<StoredEvent | null>(null);
  const closed = useStore(
    homebody.store,
    ({ phase, erased }) => phase === 'locked' || erased || (phase === 'starting' && isDoorKnown()),
  );
  const [help, setHelp] = useState(false);
  const [settings, setSettings] = useState(false);

  useEffect(() => showTheme(theme), [theme]);
  useEffect(() => {
    document.documentElement.lang = spoken.language;
  }, [spoken.language]);
  useEffect(
    () =>
      homebody.store.subscribe((now, before) => {
        if (now.catalogue?.id === before.catalogue?.id && now.phase !== 'locked') return;
        // Their rows and events mean nothing in another catalogue, and are nobody's business before a locked door.
        setWhy(null);
        setMoved(null);
      }),
    [homebody],
  );

  const room = useMemo<Room>(
    () => ({
      openWhy: setWhy,
      openMoved: setMoved,
      openHelp: () => setHelp(true),
      openSettings: () => setSettings(true),
      language: spoken.language,
      setLanguage: (language) => {
        writePreference('language', language);
        void homebody.actions.speak(language);
        void loadWords(language).then((words) => setSpoken({ language, words }));
      },
      theme,
      setTheme: (chosen) => {
        writePreference('theme', chosen);
        setTheme(chosen);
      },
    }),
    [homebody, spoken.language, theme],
  );

  return (
    <HomebodyContext value={homebody}>
      <WordsContext value={spoken.words}>
        <RoomContext value={room}>
          {/* The router asks for the hook itself: that is how it learns where addresses live. */}
          {/* oxlint-disable-next-line react/hooks */}
          <Router hook={useHashLocation}>
            <DrawingProvider>
              {closed ? (
                <Suspense fallback={null}>
                  <Closed />
                </Suspense>
              ) : (
                <House />
              )}
              <Suspense fallback={null}>
                {why !== null && <WhyDialog index={why} onClose={() => setWhy(null)} />}
                {moved !== null && <MovedDialog event={moved} onClose={() => setMoved(null)} />}
                {settings && <SettingsDialog onClose={() => setSettings(false)} />}
              </Suspense>
              {/* On its way it must not hide the settings, which it is opened from. */}
              <Suspense fallback={null}>{help && <HelpDialog onClose={() => setHelp(false)} />}</Suspense>
            </DrawingProvider>
          </Router>
        </RoomContext>
      </WordsContext>
    </HomebodyContext>
  );
}

/** That the visit begins before a locked door: see `boot.js`. Nothing of the shop is drawn until that is known to be wrong. */
const isDoorKnown = (): boolean => 'door' in document.documentElement.dataset;

const ErasedInWords = (): ReactNode => useWords().errors['vault/erased'].what;
