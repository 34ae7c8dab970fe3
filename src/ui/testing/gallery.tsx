import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { itemId } from '../../domain/ids.ts';
import type { ItemPicture as Picture } from '../../domain/item.ts';
import { App } from '../app.tsx';
import { DRAWINGS } from '../pictures/drawings/index.ts';
import { DrawingProvider } from '../pictures/drawing-context.tsx';
import { ItemPicture } from '../pictures/item-picture.tsx';
import { writePreference } from '../shell/preference.ts';
import { showTheme, THEMES } from '../shell/theme.ts';
import '../styles/index.css';
import { loadWords } from '../words/language.ts';
import { FAKE_STATES, fakeHomebody } from './fake-homebody.ts';

/**
 * The page in any of its states without workers, for looking at while developing:
 * gallery.html?state=full&lang=zh&theme=dark#/cart. `state` is one of `FAKE_STATES`, or `pictures` for every
 * drawing; `moment` (0 … 1) holds the map still at a moment of its training. `homebody` in the console is the
 * fake behind it.
 */
const query = new URLSearchParams(location.search);
const wanted = query.get('state') ?? 'full';
const language = query.get('lang')?.startsWith('zh') ? 'zh-Hans' : 'en';
const theme = THEMES.find((one) => one === query.get('theme')) ?? 'system';
const moment = query.get('moment');
writePreference('theme', theme);
showTheme(theme);
const words = await loadWords(language);
const root = createRoot(document.getElementById('root')!);

const COLOURS = [
  '#b8402f',
  '#2b3a55',
  '#f0e6d0',
  '#9caf88',
  '#d2a033',
  '#6b3a55',
  '#3b3a39',
  '#c39a6b',
  '#b9bcbd',
];
const ACCENTS = [
  '#f0e6d0',
  '#ecd28a',
  '#2b3a55',
  '#a6542f',
  '#3b3a39',
  '#b7cfc5',
  '#cf8f8c',
  '#24211f',
  '#2f5a43',
];
const PATTERNS: readonly Picture['pattern'][] = [
  'plain',
  'stripes',
  'plain',
  'dots',
  'checks',
  'plain',
  'leaf',
  'grain',
];

if (wanted === 'pictures') {
  root.render(
    <DrawingProvider>
      <div style={{ display: 'grid', gridTemplateColumns: 'repeat(10, 1fr)', gap: 6 }}>
        {Object.entries(DRAWINGS)
          .flatMap(([department, made]) => Object.keys(made()).map((type) => ({ department, type })))
          .map(({ department, type }, i) => (
            <figure key={type}>
              <div style={{ aspectRatio: 1 }}>
                <ItemPicture
                  item={{
                    id: itemId(type),
                    title: type,
                    department,
                    picture: {
                      type,
                      material: 'plain',
                      colour: COLOURS[i % COLOURS.length]!,
                      accent: ACCENTS[i % ACCENTS.length]!,
                      pattern: PATTERNS[i % PATTERNS.length]!,
                      variation: (i % 7) / 6,
                    },
                  }}
                />
              </div>
              <figcaption style={{ fontSize: 11 }}>{type}</figcaption>
            </figure>
          ))}
      </div>
    </DrawingProvider>,
  );
} else {
  const state = FAKE_STATES.find((one) => one === wanted) ?? 'full';
  const homebody = fakeHomebody(state, [], {
    size: 36,
    moving: moment === null,
    moment: Number(moment ?? 1),
  });
  Object.assign(globalThis, { homebody });
  startTransition(() => root.render(<App homebody={homebody} language={language} words={words} />));
}
