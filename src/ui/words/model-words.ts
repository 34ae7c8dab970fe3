import { model as en } from './en/model.ts';
import type { ModelWords } from './en/model.ts';
import { useWords } from './words-context.tsx';
import { model as zh } from './zh/model.ts';

/**
 * In a language of the page. All of them come with what says them, which is in the front room: so they take times and figures
 * as written, for with the formats of a language the file of its words would wait for the front room, and that for the page.
 */
export const modelWordsIn = (language: string): ModelWords => (language === 'zh-Hans' ? zh : en);

export const useModelWords = (): ModelWords => modelWordsIn(useWords().language);
