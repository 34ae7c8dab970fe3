import { createContext, use } from 'react';
import type { Context } from 'react';
import type { Words } from './en.ts';

export const WordsContext: Context<Words | null> = createContext<Words | null>(null);

/** The page's words in the language that the person reads. */
export function useWords(): Words {
  const words = use(WordsContext);
  if (!words) throw new Error('useWords() outside <WordsContext>');
  return words;
}
