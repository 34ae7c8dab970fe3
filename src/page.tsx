import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createHomebody } from './client/homebody.ts';
import { App } from './ui/app.tsx';
import { chosenLanguage, loadWords } from './ui/words/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

/** Lets the page answer and draw between two steps of opening it. */
const pause = (): Promise<void> => new Promise((go) => setTimeout(go));

const language = chosenLanguage();
const loading = loadWords(language);
await pause();
const homebody = createHomebody(language);
const words = await loading;
await pause();
// As a transition: the first drawing, too, is done in slices.
startTransition(() => createRoot(root).render(<App homebody={homebody} language={language} words={words} />));

const { makeFormatsAhead } = await import('./ui/words/formats.ts');
await makeFormatsAhead(pause);
