import { lazyWords } from './lazy-words.ts';
import type { LockedWords } from './en/locked.ts';

/** The words of a locked vault in a language of the page. */
export const lockedWordsIn: (language: string) => Promise<LockedWords> = lazyWords(async (language) => {
  if (language === 'zh-Hans') return (await import('./zh/locked.ts')).locked;
  return (await import('./en/locked.ts')).locked;
});
