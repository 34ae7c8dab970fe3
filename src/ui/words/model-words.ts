import { model as en } from './en/model.ts';
import type { ModelWords } from './en/model.ts';
import { useWords } from './words-context.tsx';
import { model as zh } from './zh/model.ts';

/** In a language of the page. All of them come with what says them. */
export const modelWordsIn = (language: string): ModelWords => (language === 'zh-Hans' ? zh : en);

export const useModelWords = (): ModelWords => modelWordsIn(useWords().language);
