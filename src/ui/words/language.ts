import type { Words } from './en.ts';

export const LANGUAGES = ['en', 'zh-Hans'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Each language in its own words, for the one who looks for it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', 'zh-Hans': '简体中文' };

/** The one that `shell/boot.js` gave the page before anything was drawn. */
export function chosenLanguage(): Language {
  return LANGUAGES.find((one) => one === document.documentElement.lang) ?? 'en';
}

/** A language arrives when it is spoken; nobody loads one that they do not read. */
export async function loadWords(language: Language): Promise<Words> {
  if (language === 'zh-Hans') return (await import('./zh.ts')).zh;
  return (await import('./en.ts')).en;
}
