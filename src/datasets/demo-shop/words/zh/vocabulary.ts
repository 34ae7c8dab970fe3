/** Name of the thing and the sentence that opens its description. */
type FormInChinese = readonly [noun: string, sentence: string];

/** A product type in 简体中文. Lists stand in the order of the English ones; records have their keys. */
export interface TypeInChinese {
  readonly name: string;
  readonly forms?: Readonly<Record<string, FormInChinese>>;
  readonly titles?: Readonly<Record<string, string>>;
  readonly openers?: readonly string[];
  /** Absent where all sizes are numbers with units: see `sizeInChinese`. */
  readonly sizes?: readonly string[];
  readonly says: readonly string[];
}

export interface DepartmentInChinese {
  readonly name: string;
  /** Sentences that name the maker, as `{brand}`. */
  readonly makers: readonly string[];
  /** By the id of the type. */
  readonly types: Readonly<Record<string, TypeInChinese>>;
}

export interface MaterialInChinese {
  /** As an attribute: 铝. */
  readonly word: string;
  /** Before a noun, where that differs: 铝制. */
  readonly before?: string;
  readonly notes: readonly string[];
}
