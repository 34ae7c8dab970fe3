import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { createHomebody } from './client/homebody.ts';
import { App } from './ui/app.tsx';
import { readPreference } from './ui/shell/preference.ts';
import { LANGUAGES, languageOf, loadWords } from './ui/words/language.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

const language = readPreference('language', LANGUAGES, languageOf(navigator.languages));
const homebody = createHomebody(language);
const words = await loadWords(language);
// As a transition: the first drawing, too, is done in slices.
startTransition(() => createRoot(root).render(<App homebody={homebody} language={language} words={words} />));
