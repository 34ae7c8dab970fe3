import { PATTERN_WORDS } from '../colours.ts';
import type { ColourName } from '../colours.ts';
import { DEPARTMENTS } from '../departments/index.ts';
import { MATERIALS } from '../materials.ts';
import type { MaterialName } from '../materials.ts';
import { FAMILY_NAMES, GIVEN_NAMES, SERIES } from '../names.ts';
import type { DepartmentWords, ProductType } from '../vocabulary.ts';
import { COLOURS_IN_CHINESE, PATTERNS_IN_CHINESE } from './colours.ts';
import { DEPARTMENTS_IN_CHINESE } from './departments/index.ts';
import { MATERIALS_IN_CHINESE } from './materials.ts';
import { FAMILY_NAMES_IN_CHINESE, GIVEN_NAMES_IN_CHINESE, SERIES_IN_CHINESE } from './names.ts';
import { sizeInChinese } from './sizes.ts';
import type { DepartmentInChinese, MaterialInChinese, TypeInChinese } from './vocabulary.ts';

interface Form {
  /** Noun phrase, as titles have it. */
  readonly english: string;
  readonly noun: string;
  /** English may put colour and material before it or after it. */
  readonly mayTrail: boolean;
}

const PATTERN_BY_WORD = new Map(
  Object.entries(PATTERN_WORDS).map(([pattern, word]) => [
    word,
    PATTERNS_IN_CHINESE[pattern as keyof typeof PATTERN_WORDS],
  ]),
);
const MATERIAL_BY_WORD = new Map<string, MaterialInChinese>();
const NOTES = new Map<string, string>();
for (const [name, english] of Object.entries(MATERIALS)) {
  const chinese = MATERIALS_IN_CHINESE[name as MaterialName];
  if (!chinese) continue;
  MATERIAL_BY_WORD.set(english.word, chinese);
  for (const [i, note] of english.notes.entries()) NOTES.set(note, chinese.notes[i]!);
}

/** What the items of one type can say, found by the English that they do say. */
export class Phrases {
  readonly department: string;
  readonly type: TypeInChinese;
  readonly #sizes: readonly string[];
  readonly #forms = new Map<string, Form>();
  readonly #sentences = new Map<string, string>();

  constructor(
    english: DepartmentWords,
    type: ProductType,
    chinese: DepartmentInChinese,
    typeInChinese: TypeInChinese,
  ) {
    this.department = chinese.name;
    this.type = typeInChinese;
    this.#sizes = type.sizes ?? [];
    for (const [i, maker] of english.makers.entries()) this.#sentences.set(maker, chinese.makers[i]!);
    for (const [i, says] of type.says.entries()) this.#sentences.set(says, typeInChinese.says[i]!);
    for (const [i, opener] of (type.openers ?? []).entries()) {
      this.#sentences.set(opener, typeInChinese.openers![i]!);
    }
    for (const [form, said] of Object.entries(type.forms ?? {})) {
      const opener = typeof said === 'string' ? said : said[0];
      const [noun, sentence] = typeInChinese.forms![form]!;
      this.#sentences.set(opener, sentence);
      const mayTrail = !form.includes(' of ') && !form.includes(' with ');
      this.#forms.set(opener, { english: form, noun, mayTrail });
    }
  }

  /** The form that this sentence introduces; undefined where titles are finished. */
  form(opening: string): Form | undefined {
    return this.#forms.get(opening);
  }

  sentence(english: string, brand = ''): string {
    const sentence = this.#sentences.get(english) ?? NOTES.get(english);
    if (sentence !== undefined) return sentence;
    const maker = this.#sentences.get(english.replaceAll(brand, '{brand}'))!;
    return maker.replaceAll('{brand}', brand);
  }

  title(english: string): string {
    return this.type.titles![english]!;
  }

  size(english: string): string {
    return this.type.sizes?.[this.#sizes.indexOf(english)] ?? sizeInChinese(english);
  }

  colour(english: string): string {
    return COLOURS_IN_CHINESE[english as ColourName];
  }

  pattern(english: string): string {
    return PATTERN_BY_WORD.get(english)!;
  }

  material(english: string): string {
    return MATERIAL_BY_WORD.get(english)!.word;
  }

  /** As it stands before a noun: 铝制. */
  materialBefore(english: string): string {
    const { before, word } = MATERIAL_BY_WORD.get(english)!;
    return before ?? word;
  }

  range(english: string): string {
    return SERIES_IN_CHINESE[SERIES.indexOf(english)]!;
  }

  author(english: string): string {
    const [given, family] = english.split(' ') as [string, string];
    const givenInChinese = GIVEN_NAMES_IN_CHINESE[GIVEN_NAMES.indexOf(given)]!;
    return `${givenInChinese}·${FAMILY_NAMES_IN_CHINESE[FAMILY_NAMES.indexOf(family)]!}`;
  }
}

const BY_TYPE = new Map<string, Phrases>();
for (const [row, english] of DEPARTMENTS.entries()) {
  const chinese = DEPARTMENTS_IN_CHINESE[row]!;
  for (const type of english.types) {
    BY_TYPE.set(type.id, new Phrases(english, type, chinese, chinese.types[type.id]!));
  }
}

/** `id`: of an item of the demo shop, `walking-boots-0042`. */
export function phrasesOf(id: string): Phrases {
  return BY_TYPE.get(id.slice(0, id.lastIndexOf('-')))!;
}
