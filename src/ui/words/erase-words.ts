import { erase as en } from './en/erase.ts';
import { useWords } from './words-context.tsx';
import { erase as zh } from './zh/erase.ts';

export type EraseWords = typeof en;

/** In a language of the page. All of them come with what says them: once everything is erased they cannot be fetched. */
export const eraseWordsIn = (language: string): EraseWords => (language === 'zh-Hans' ? zh : en);

export const useEraseWords = (): EraseWords => eraseWordsIn(useWords().language);
