import type { LabWords } from './lab-in-english.ts';

const known = new Map<string, Promise<LabWords>>();

/** The lab's words in a language of the page: they come with the lab, not with the page. One that failed is asked for again. */
export function labWordsIn(language: string): Promise<LabWords> {
  const asked = known.get(language);
  if (asked) return asked;
  const words = load(language);
  known.set(language, words);
  words.catch(() => known.delete(language));
  return words;
}

async function load(language: string): Promise<LabWords> {
  if (language === 'zh-Hans') return (await import('./lab-in-chinese.ts')).labZh;
  return (await import('./lab-in-english.ts')).labEn;
}
