import { createContext, use } from 'react';
import type { Context } from 'react';
import type { PrivacyWords } from '../words/privacy-in-english.ts';

export const PrivacyWordsContext: Context<PrivacyWords | null> = createContext<PrivacyWords | null>(null);

/** The words of the privacy view in the language that the person reads. */
export function usePrivacyWords(): PrivacyWords {
  const words = use(PrivacyWordsContext);
  if (words === null) throw new Error('a part of the privacy view outside of <PrivacyView>');
  return words;
}
