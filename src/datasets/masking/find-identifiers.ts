import type { IdentifierKind } from '../../domain/cleaning.ts';
import { ibanLength, passesLuhn, passesMod97 } from './check-digits.ts';

/** Kinds that a value can be known by. Names and free text have no shape: only a column tells them. */
export type ShapedKind = Extract<IdentifierKind, 'email' | 'phone' | 'address' | 'card' | 'iban' | 'order'>;

export interface Finding {
  readonly kind: ShapedKind;
  /** Characters `start` … `end` − 1 of the normalised text. */
  readonly start: number;
  readonly end: number;
}

/** Full-width digits and letters become plain ones, exotic hyphens a hyphen; invisible characters go. */
export function normalised(text: string): string {
  if (!UNUSUAL.test(text)) return text;
  return text.normalize('NFKC').replace(INVISIBLE, '').replace(HYPHENS, '-').replace(BLANKS, ' ');
}

const UNUSUAL = /[^\x20-\x7e\u4e00-\u9fff]/;
const INVISIBLE = /\p{Cf}/gu;
const HYPHENS = /[\u2010-\u2015\u2212]/g;
const BLANKS = /\p{Zs}/gu;

/** What every shape has: an at sign, or a digit. Most titles have neither. */
const WORTH_LOOKING = /[@\d]/;

/** All identifiers of a normalised text, by place, none within another. */
export function findIdentifiers(text: string): Finding[] {
  if (!WORTH_LOOKING.test(text)) return [];
  const found: Finding[] = [];
  for (const { kind, pattern, end } of SHAPES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const start = match.index;
      const stop = end ? end(match[0], start) : start + match[0].length;
      if (stop <= start) {
        pattern.lastIndex = start + 1; // a shape without its check: a true one may begin within
        continue;
      }
      pattern.lastIndex = stop;
      if (!found.some((other) => start < other.end && other.start < stop)) {
        found.push({ kind, start, end: stop });
      }
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** The kind that a value is as a whole, whatever stands around it; null where it is more or less than one. */
export function kindOfValue(text: string): ShapedKind | null {
  const plain = normalised(text).trim();
  const [first, ...others] = findIdentifiers(plain);
  if (first && others.length === 0 && 3 * (first.end - first.start) >= 2 * plain.length) return first.kind;
  return STREET.test(plain) ? 'address' : null;
}

interface Shape {
  readonly kind: ShapedKind;
  readonly pattern: RegExp;
  /** Where the identifier ends, by its check; its start, or less, where the check fails. */
  readonly end?: (match: string, start: number) => number;
}

/** Number and street, in the order of the language, and nothing that says a town: too little within a title. */
const STREET_WORD =
  '(?:street|st\\.?|road|rd\\.?|avenue|ave\\.?|lane|ln\\.?|drive|dr\\.?|boulevard|blvd\\.?|court|square|terrace|crescent|way|place|close|gardens)';
const NUMBER_FIRST = `\\d{1,5}[a-z]?,? (?:[\\p{L}'.-]+ ){1,4}${STREET_WORD}(?![\\p{L}])`;
const NUMBER_LAST =
  '\\p{Lu}[\\p{L}.-]*(?:[ -]?stra(?:ß|ss)e|[ -]?str\\.|weg|platz|allee|gasse|ufer|straat|laan) \\d{1,4} ?[a-z]?(?!\\p{L})';
const FRENCH = "\\d{1,4}(?: bis| ter)?,? (?:rue|avenue|boulevard|place|chemin|impasse) [\\p{L}' -]{2,40}";
const CHINESE =
  '[\\u4e00-\\u9fff]{1,12}(?:省|市|区|县|镇|乡)[\\u4e00-\\u9fff\\d ]{1,30}?(?:路|街|道|巷|弄|村|胡同)[\\u4e00-\\u9fff ]{0,6}\\d{1,5} ?(?:号|弄|栋|室)(?:[\\u4e00-\\u9fff\\d -]{0,20}?(?:室|楼|层|单元|栋|幢|座))*';
const STREET = new RegExp(`^(?:${NUMBER_FIRST}|${NUMBER_LAST}|${FRENCH})(?:$|[ ,])`, 'iu');
/** A British or Canadian postcode, a US state with its ZIP, four or five digits with a town. */
const TOWN =
  "(?:[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}|[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]{2},? \\d{5}(?:-\\d{4})?|(?:[A-Z]{1,2}-)?\\d{4,5} \\p{Lu}[\\p{L}'-]+(?: \\p{Lu}[\\p{L}'-]+)?|\\p{Lu}\\p{L}+,? \\d{5})";

/** The surer shapes first: what they take, the later ones do not see. */
const SHAPES: readonly Shape[] = [
  {
    kind: 'email',
    pattern:
      /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}\p{L}{2,24}/gu,
  },
  {
    kind: 'iban',
    pattern: /(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?:[ -]?[A-Za-z0-9]){11,30}/g,
    end: (match, start) => lengthOfIban(match) + start,
  },
  {
    kind: 'card',
    // Prefixes that are given out (ISO/IEC 7812): Amex and Diners, Visa, Mastercard, UnionPay, Discover. 14 to 19 digits.
    pattern: /(?<!\d)(?<!\d\.)(?:3[0689]|3[47]|4\d|5[0-9]|6\d|2[2-7])\d{2}(?:[ .-]?\d){10,15}(?!\d)/g,
    end: (match, start) => start + lengthOfCard(match),
  },
  {
    kind: 'order',
    pattern:
      /(?<!\p{L})(?:(?:order|invoice|receipt|payment|transaction|ord|inv|po|txn)(?: ?(?:no\.?|nr\.?|number|id)[ :#]{0,3}| ?[:#_-]{1,2} ?)(?:[a-z]{1,4}-?)?(?:20\d{2}[/-]\d{3,20}|\d{5,20})(?:-\d{1,12})*|\d{3}-\d{7}-\d{7}|(?:订单|发票|流水|交易|支付)(?:编?号|号码)?[ ::#]{0,3}[a-z]{0,4}\d{5,24})(?![\p{L}\d])/giu,
  },
  {
    kind: 'phone',
    // International: a plus, or 00 and a break after the country (else it is a padded number); 8 to 15 digits (E.164).
    pattern:
      /(?<![\d+])(?:\+ ?[1-9](?:[ ./()-]{0,3}\d){7,14}|(?<!\p{L})00[1-9]\d{0,2}[ ./()-]{1,3}\d(?:[ ./()-]{0,3}\d){5,13})(?!\d)/gu,
  },
  {
    kind: 'phone',
    // Chinese mobile numbers, and British ones, also without a blank.
    pattern:
      /(?<!\d)(?<!\d\.)(?:(?:86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}|07\d{3}[ -]?\d{6}|07\d{3} \d{3} \d{3})(?![\d.]\d|\d)/g,
  },
  {
    kind: 'phone',
    // North America: (555) 123-4567, 1-555-123-4567, 555.123.4567.
    pattern:
      /(?<!\d)(?<!\d[.-])(?:1[ .-])?(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-])[2-9]\d{2}[ .-]\d{4}(?!\d|-\d)/g,
  },
  {
    kind: 'phone',
    // An area code with its nought, parted from the rest: 030 1234567, 0755-12345678, (020) 7946 0000, 01 23 45 67 89.
    pattern:
      /(?<!\d)(?<!\d[.:-])(?:\(0\d{1,5}\)[ -]?|0\d{1,5}[ /-])(?:\d{5,9}|\d{3,4}[ -]\d{3,8}|\d{2,3}(?:[ -]\d{2,3}){2,3})(?!\d)|(?<!\d)400-\d{3}-\d{4}(?!\d)/g,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?<![\\p{L}\\d])(?:${NUMBER_FIRST}|${NUMBER_LAST}|${FRENCH}),(?: ?[\\p{L}\\d .'-]{1,40},){0,3}? ?(?:[\\p{L}][\\p{L} .'-]{0,40}?,? )?${TOWN}(?![\\p{L}\\d])`,
      'giu',
    ),
  },
  { kind: 'address', pattern: new RegExp(CHINESE, 'gu') },
];

/** Characters of the IBAN at the beginning of `match`, 0 where there is none. */
function lengthOfIban(match: string): number {
  const wanted = ibanLength(match);
  if (wanted === 0) return 0;
  let compact = '';
  for (let i = 0; i < match.length; i++) {
    if (/[A-Za-z0-9]/.test(match[i]!)) compact += match[i]!.toUpperCase();
    if (compact.length === wanted) return passesMod97(compact) ? i + 1 : 0;
  }
  return 0;
}

const SHORTEST_CARD = 14;

/** Characters of the longest card number at the beginning of `match` that ends with a group, 0 where there is none. */
function lengthOfCard(match: string): number {
  for (let end = match.length; end > 0; end--) {
    if (!/\d/.test(match[end - 1]!) || /\d/.test(match[end] ?? '')) continue;
    const digits = match.slice(0, end).replace(/\D/g, '');
    if (digits.length < SHORTEST_CARD) return 0;
    if (passesLuhn(digits)) return end;
  }
  return 0;
}
