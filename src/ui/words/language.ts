import type { Words } from './en.ts';

export const LANGUAGES = ['en', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, for the one who looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文' };

/** The first of the person's languages that the page speaks. */
export function languageOf(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const main = tag.toLowerCase().split('-')[0];
    if (main === 'zh') return 'zh-Hans';
    if (main === 'en') return 'en';
  }
  return 'en';
}

/** A language arrives when it is spoken; nobody loads one that they do not read. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'zh-Hans') return (await import('./zh.ts')).zh;
  return (await import('./en.ts')).en;
}
