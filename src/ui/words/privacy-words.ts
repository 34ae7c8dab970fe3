import type { PrivacyWords } from './privacy-in-english.ts';
import { lazyWords } from './lazy-words.ts';

/** The words of the privacy view in a language of the page. */
export const privacyWordsIn: (language: string) => Promise<PrivacyWords> = lazyWords(async (language) => {
  if (language === 'zh-Hans') return (await import('./privacy-in-chinese.ts')).privacyZh;
  return (await import('./privacy-in-english.ts')).privacyEn;
});
