import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { LANGUAGES } from '../words/language.ts';

interface Person {
  readonly languages?: readonly string[];
  readonly kept?: Readonly<Record<string, string>>;
  readonly hash?: string;
  /** The browser forbids storage. */
  readonly forbids?: boolean;
}

const script = readFileSync(new URL('boot.js', import.meta.url), 'utf8');

/** What the page is told of before anything is drawn. */
function boot({ languages = [], kept = {}, hash = '', forbids = false }: Person): unknown {
  const documentElement = { lang: '', dataset: {} as Record<string, string> };
  runInNewContext(script, {
    document: { documentElement },
    navigator: { languages },
    location: { hash },
    localStorage: {
      getItem: (name: string) => {
        if (forbids) throw new Error('storage is forbidden');
        return kept[name] ?? null;
      },
    },
  });
  return { lang: documentElement.lang, ...documentElement.dataset };
}

test.each([
  [['de-DE', 'zh-CN', 'en'], 'zh-Hans'],
  [['en-GB', 'zh'], 'en'],
  [['zh-Hant-TW'], 'zh-Hans'],
  [['zha', 'enm'], 'en'],
  [['fr'], 'en'],
  [[], 'en'],
])('who reads %j is spoken to in %s', (languages, lang) => {
  expect(LANGUAGES).toContain(lang);
  expect(boot({ languages })).toMatchObject({ lang });
});

test('what was chosen goes before what the browser asks for', () => {
  const kept = { 'homebody.language': 'zh-Hans', 'homebody.theme': 'dark', 'homebody.front': 'window' };
  expect(boot({ languages: ['en'], kept })).toEqual({ lang: 'zh-Hans', theme: 'dark', front: 'window' });
});

test('the first visit greets; an address within the page does not', () => {
  expect(boot({})).toEqual({ lang: 'en', front: 'first' });
  expect(boot({ hash: '#/history' })).toEqual({ lang: 'en', front: 'window' });
});

test('a shop that is locked begins behind its door', () => {
  expect(boot({ kept: { 'homebody.door': 'locked' } })).toEqual({
    lang: 'en',
    front: 'first',
    door: 'locked',
  });
  expect(boot({ kept: { 'homebody.door': 'ajar' } })).not.toHaveProperty('door');
});

test('where storage is forbidden the page opens all the same', () => {
  expect(boot({ languages: ['zh'], forbids: true })).toEqual({ lang: 'zh-Hans', front: 'first' });
});
