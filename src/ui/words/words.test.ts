import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { RunProgress } from '../../domain/lab.ts';
import { en } from './en.ts';
import { LAB_RUNS } from '../testing/fake-lab-states.ts';
import { FRONT_PLACES } from '../../domain/recommendation.ts';
import { eraseWordsIn } from './erase-words.ts';
import { formatsOf } from './formats.ts';
import { labZh } from './lab-in-chinese.ts';
import { modelWordsIn } from './model-words.ts';
import { labEn } from './lab-in-english.ts';
import { pluralsOf } from './plural.ts';
import { privacyZh } from './privacy-in-chinese.ts';
import { privacyEn } from './privacy-in-english.ts';
import { zh } from './zh.ts';

const PROGRESS: RunProgress = {
  phase: 'training',
  part: 1,
  parts: 1,
  epoch: 1,
  epochs: 1,
  fraction: 0.5,
  elapsedMs: 2000,
  remainingMs: 2000,
  losses: [],
  validation: [],
  home: 'wasm',
  peakBytes: 999,
};

/** Paths of all strings of a catalogue. */
function strings(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => strings(part, `${path}.${key}`));
}

describe('the words', () => {
  test('no language has an empty string', () => {
    for (const language of [en, zh]) {
      expect(strings(language).filter(([, text]) => text.trim() === '')).toEqual([]);
    }
  });

  test('both languages have the same paths', () => {
    expect(
      strings(zh)
        .map(([path]) => path)
        .sort(),
    ).toEqual(
      strings(en)
        .map(([path]) => path)
        .sort(),
    );
  });

  test('Chinese says in Chinese whatever is not a name or a code', () => {
    const same = strings(zh).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    expect(same.map(([path]) => path)).toEqual(['.language', '.shell.name', '.training.ndcg']);
  });

  test('no words shout, apologise or carry an emoji', () => {
    const loud = /[!！]|oops|sorry|\p{Extended_Pictographic}/iu;
    expect([...strings(en), ...strings(zh)].filter(([, text]) => loud.test(text))).toEqual([]);
  });

  test('English counts: 1 request, 2 requests, 0 requests', () => {
    expect(en.shell.requestsShort(1)).toBe('1 request');
    expect(en.shell.requestsShort(2)).toBe('2 requests');
    expect(en.shell.requestsShort(0)).toBe('0 requests');
  });

  test('the reason of two titles joins them as the language does', () => {
    expect(en.feed.because(['Kettle', 'Mug'])).toBe('Because of Kettle and Mug');
    expect(zh.feed.because(['水壶', '杯子'])).toBe('因为“水壶”和“杯子”');
  });

  test('an ETA is whole seconds, rounded up, never zero', () => {
    expect(en.training.left(2100)).toBe('about 3 seconds left');
    expect(en.training.left(40)).toBe('about 1 second left');
  });

  test('two causes of one kind share the verb', () => {
    const causes = [
      { kind: 'like', title: 'Kettle' },
      { kind: 'like', title: 'Mug' },
    ] as const;
    expect(en.why.because(causes)).toBe('Because you liked “Kettle” and “Mug”.');
    expect(zh.why.because(causes)).toBe('因为您喜欢“Kettle”和“Mug”。');
  });

  test('the sentence of the why dialog puts each verb in its place', () => {
    const causes = [
      { kind: 'like', title: 'Walking boots' },
      { kind: 'cart', title: 'Rain jacket' },
    ] as const;
    expect(en.why.because(causes)).toBe(
      'Because you liked “Walking boots” and put “Rain jacket” in your cart.',
    );
    expect(zh.why.because(causes)).toBe('因为您喜欢“Walking boots”，还把“Rain jacket”放进了购物车。');
  });
});

describe('the words of the lab', () => {
  test('both languages have the same paths, none of them empty', () => {
    const paths = (words: unknown): readonly string[] =>
      strings(words)
        .filter(([, text]) => text.trim() !== '')
        .map(([path]) => path)
        .sort();
    expect(paths(labEn)).toHaveLength(strings(labEn).length);
    expect(paths(labZh)).toEqual(paths(labEn));
  });

  test('Chinese says in Chinese whatever is not the name of a model, a measure or a weighting', () => {
    const name = /^\.language$|^\.models\..+\.name$|^\.metrics\..+\.name$|@10$|\.bm25$/;
    const same = strings(labZh).filter(([path, text]) => !/\p{Script=Han}/u.test(text) && !name.test(path));
    expect(same.map(([path]) => path)).toEqual([
      '.plot.nothing',
      '.board.sorts.ndcgAt10',
      '.board.sorts.hitRateAt10',
      '.board.sorts.recallAt20',
      '.board.columns.ndcgAt10',
      '.board.columns.hitRateAt10',
      '.board.columns.recallAt20',
      '.privacy.attack.auc',
      '.privacy.statement.delta',
      '.privacy.statement.epsilon',
    ]);
  });

  test('no words shout, apologise or carry an emoji', () => {
    const loud = /[!！]|oops|sorry|\p{Extended_Pictographic}/iu;
    expect([...strings(labEn), ...strings(labZh)].filter(([, text]) => loud.test(text))).toEqual([]);
  });

  test.each([labEn, labZh])(
    'names of what can be done in the lab begin with the words seen: $language',
    (lab) => {
      const { board, tuning } = lab;
      const named: readonly (readonly [seen: string, name: (of: string) => string])[] = [
        [board.promote, board.promoteOf],
        [board.serves, board.servesOf],
        [board.settings, board.settingsOf],
        [board.save, board.exportOf],
        [board.remove, board.removeOf],
        [board.details, board.detailsOf],
        [board.compare, board.compareOf],
        [tuning.goOn, tuning.resumeOf],
        [tuning.use, tuning.takeOf],
        [tuning.remove, tuning.removeOf],
      ];
      for (const [seen, name] of named) {
        expect(name('EASE').startsWith(seen)).toBe(true);
        expect(name('EASE')).toContain('EASE');
      }
    },
  );

  test('figures have a true minus, and a difference the decimals of what it stands beside', () => {
    expect(labEn.figure(-1.4874)).toBe('−1.4874');
    expect(labEn.lf.value(-0.5)).toBe('−0.5');
    expect(labEn.signed(161.1206, 296.8)).toBe('+161.1');
    expect(labEn.signed(-0.5, 296.8)).toBe('−0.5');
    expect(labEn.signed(-0.0031, 0.0668)).toBe('−0.0031');
    const comparison = { difference: 161.1206, interval: { low: -150.2, high: 172.04 }, p: 0.0004 };
    expect(labEn.compare.sentence({ users: 9, ...comparison } as never, 296.8)).toContain(
      '−150.2 to +172.0;',
    );
    expect(labZh.compare.sentence({ users: 9, ...comparison } as never, 296.8)).toContain(
      '−150.2 到 +172.0；',
    );
  });

  test('a run whose file tells no seed is named by its model alone', () => {
    const run = LAB_RUNS[0]!;
    expect(labEn.runName({ ...run, model: 'ease', seed: 7 })).toBe('EASE, seed 7');
    for (const lab of [labEn, labZh]) {
      expect(lab.runName({ ...run, model: 'ease', seed: null })).toBe('EASE');
      expect(lab.compare.option('EASE', null, 'P', 'A')).toBe('EASE · P · A');
    }
  });

  test('counts of events are whole', () => {
    const spread = { min: 1, p10: 23.2, p25: 40, median: 65, p75: 90, p90: 244.4, max: 900, mean: 80 };
    expect(labEn.facts.median(spread)).toBe('65, mostly 23 to 244');
    expect(labZh.facts.median(spread)).toBe('65，多在 23 到 244 之间');
  });

  test('memory that was not measured is no number', () => {
    expect(labEn.board.memory(0)).toBe('not measured');
    expect(labEn.board.cost(2000, 'processor', 0)).toBe('2 sec on the processor, memory not measured');
    expect(labEn.board.cost(2000, 'processor', 999)).toBe('2 sec on the processor, 999\u00a0bytes of memory');
    expect(labEn.progress.where({ ...PROGRESS, peakBytes: 0 })).toMatch(/^On your processor, 2 sec so far/);
    expect(labZh.progress.where({ ...PROGRESS, peakBytes: 0 })).not.toContain('至多');
  });

  test('one pass of a model that learns in passes is learning, not solving', () => {
    expect(labEn.progress.what({ ...PROGRESS, epochs: 1 }, true)).toBe('Learning');
    expect(labEn.progress.what({ ...PROGRESS, epochs: 1 }, false)).toBe('Solving');
    expect(labEn.progress.what({ ...PROGRESS, epoch: 2, epochs: 8 }, true)).toBe('Pass 2 of 8');
  });

  test('a duration is written in the unit that suits it', () => {
    // A bound is not rounded down; a sum of powers of ten is told to the next tenth.
    expect([4, 3.99999999, 5.00012, 0.0123456, Infinity].map((epsilon) => labEn.lf.bound(epsilon))).toEqual([
      '4',
      '4',
      '5.001',
      '0.01235',
      '∞',
    ]);
    expect(
      [0, 1e-5, 1e-12, 2e-5, 1.000000001e-5, 1.01e-5, 9.99e-6].map((delta) => labEn.lf.tiny(delta)),
    ).toEqual(['0', '10⁻⁵', '10⁻¹²', '2 × 10⁻⁵', '10⁻⁵', '1.1 × 10⁻⁵', '10 × 10⁻⁶']);
    expect([12, 2400, 12_300, 210_000, 9_000_000].map((ms) => labEn.lf.duration(ms))).toEqual([
      '12 ms',
      '2.4 sec',
      '12 sec',
      '3.5 min',
      '2.5 hr',
    ]);
  });
});

test('the words of a model are complete, and name it as the lab does', () => {
  const [inEnglish, inChinese] = [modelWordsIn('en'), modelWordsIn('zh-Hans')];
  for (const [name, { name: said }] of Object.entries(labEn.models)) expect(inEnglish.name(name)).toBe(said);
  for (const [name, { name: said }] of Object.entries(labZh.models)) expect(inChinese.name(name)).toBe(said);
  expect(Object.keys(labZh.models).toSorted()).toEqual(Object.keys(labEn.models).toSorted());
  expect(strings(inChinese).map(([path]) => path)).toEqual(strings(inEnglish).map(([path]) => path));
  expect(strings(inChinese).every(([, text]) => /\p{Script=Han}/u.test(text))).toBe(true);
});

describe('the words of privacy, and of erasing', () => {
  const english = { ...privacyEn, erase: eraseWordsIn('en') };
  const chinese = { ...privacyZh, erase: eraseWordsIn('zh-Hans') };

  test('both languages have the same paths, none of them empty', () => {
    const paths = (words: unknown): readonly string[] => strings(words).map(([path]) => path);
    expect(strings([english, chinese]).filter(([, text]) => text.trim() === '')).toEqual([]);
    expect(paths(chinese).toSorted()).toEqual(paths(english).toSorted());
  });

  test('Chinese says in Chinese whatever is not a name or a code', () => {
    const same = strings(chinese).filter(([, text]) => !/\p{Script=Han}/u.test(text));
    expect(same.map(([path]) => path)).toEqual(['.language', '.requests.noBytes']);
  });

  test('no words shout, apologise or carry an emoji', () => {
    const loud = /[!！]|oops|sorry|\p{Extended_Pictographic}/iu;
    expect(strings([english, chinese]).filter(([, text]) => loud.test(text))).toEqual([]);
  });
});

test('the sentences that say twelve speak of the places that are compared', () => {
  expect(FRONT_PLACES).toBe(12);
});

describe('formats', () => {
  const f = formatsOf('en');

  test('money is in minor units of its currency: 1450 is €14.50, and ¥1,450', () => {
    expect(f.money(1450, 'EUR')).toBe('€14.50');
    expect(f.money(1450, 'JPY')).toBe('¥1,450');
  });

  test('small numbers are written as the language itself writes them', () => {
    for (const language of ['en', 'zh-Hans']) {
      const [format, intl] = [formatsOf(language), new Intl.NumberFormat(language)];
      for (const value of [0, 7, 999, 1000, 1234567, -3, 0.5])
        expect(format.number(value)).toBe(intl.format(value));
    }
  });

  test('bytes are counted in thousands: 999, 1000 and 2,338,802', () => {
    expect(f.bytes(0)).toBe('0\u00a0bytes');
    expect(f.bytes(999)).toBe('999\u00a0bytes');
    expect(f.bytes(1000)).toBe('1\u00a0kB');
    expect(f.bytes(2_338_802)).toBe('2.3\u00a0MB');
  });

  test('ages go from now over minutes and hours to days, then to the date', () => {
    const now = Date.UTC(2026, 0, 20, 12);
    expect(f.ago(now - 59_999, now)).toBe('now');
    expect(f.ago(now - 60_000, now)).toBe('1 minute ago');
    expect(f.ago(now - 3 * 3_600_000, now)).toBe('3 hours ago');
    expect(f.ago(now - 24 * 3_600_000, now)).toBe('yesterday');
    expect(f.ago(now - 8 * 24 * 3_600_000, now)).toBe('Jan 12, 2026');
    expect(f.ago(now + 5000, now)).toBe('now');
  });

  test('shares carry their sign, zero has none', () => {
    expect(f.signed(0.4123, 3)).toBe('+0.412');
    expect(f.signed(-0.0931, 3)).toBe('-0.093');
    expect(f.signed(0, 3)).toBe('0.000');
  });

  test('a language without forms for one and few takes the other', () => {
    expect(pluralsOf('zh-Hans')(1, { one: 'x', other: 'y' })).toBe('y');
  });
});

describe('components', () => {
  /** Text between tags, or an attribute that is read out or shown. */
  const literal =
    />\s*[A-Z][a-z]+[^<>{}();=]*<\/|(?:aria-label|aria-description|title|alt|placeholder|label)="[^"]/;

  test.each([
    '<p>Nothing yet.</p>',
    '<h1 id={a}>\n  Data\n</h1>',
    '<img alt="A lamp" />',
    '<X title="History">',
  ])('%j holds words of its own', (source) => {
    expect(source).toMatch(literal);
  });

  test('none on the page does', () => {
    const root = join(import.meta.dirname, '..');
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx') && !file.startsWith('testing'),
    );
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter((file) => literal.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  });
});
