import type { LabWords } from './lab-in-english.ts';
import { lazyWords } from './lazy-words.ts';

/** The lab's words in a language of the page. */
export const labWordsIn: (language: string) => Promise<LabWords> = lazyWords(async (language) => {
  if (language === 'zh-Hans') return (await import('./lab-in-chinese.ts')).labZh;
  return (await import('./lab-in-english.ts')).labEn;
});
