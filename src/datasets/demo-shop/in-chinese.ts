import type { Item, ItemText } from '../../domain/item.ts';
import { phrasesOf } from './words/zh/phrases.ts';
import type { Phrases } from './words/zh/phrases.ts';

/**
 * An item of the demo shop in 简体中文. It is composed from what the English text says and not from the draws
 * behind it: the shop is made without Chinese, and whoever asks for it pays for the items asked for.
 */
export function inChinese(item: Item): ItemText {
  const phrases = phrasesOf(item.id);
  const { attributes = {}, description = '', brand = '' } = item;
  const [opening, closing] = sentencesOf(description);
  return {
    title: titleOf(item, phrases, opening),
    department: phrases.department,
    brand,
    tags: [phrases.type.name],
    attributes: attributesOf(attributes, phrases),
    description: phrases.sentence(opening) + phrases.sentence(closing, brand),
  };
}

/** A description is two sentences; see `descriptions.ts`. */
function sentencesOf(description: string): readonly [opening: string, closing: string] {
  const end = description.indexOf('. ') + 1;
  return [description.slice(0, end), description.slice(end + 1)];
}

/**
 * 红色搪瓷鸣笛水壶，1.5 升 · 鸣笛水壶，红色搪瓷，1.5 升 · “苍鹭”系列红色搪瓷鸣笛水壶，1.5 升. The second form
 * is for what English puts after the thing, "Whistling kettle in red enamel": the two are two products.
 */
function titleOf({ title, attributes = {} }: Item, phrases: Phrases, opening: string): string {
  const form = phrases.form(opening);
  if (!form) return phrases.title(title);
  const { colour, material, pattern, range, size } = attributes;
  const tail = size === undefined ? '' : `，${phrases.size(size)}`;
  const ofColour = colour === undefined ? '' : phrases.colour(colour);
  const ofPattern = pattern === undefined ? '' : phrases.pattern(pattern);
  const ofMaterial = material === undefined ? '' : phrases.materialBefore(material);
  const stuff = ofColour + ofPattern + ofMaterial;
  if (range !== undefined) return `“${phrases.range(range)}”系列${stuff}${form.noun}${tail}`;
  const after = stuff !== '' && form.mayTrail && title.toLowerCase().startsWith(form.english);
  if (after && pattern === undefined) return `${form.noun}，${stuff}${tail}`;
  return stuff + form.noun + tail;
}

const ATTRIBUTES: Readonly<
  Record<string, readonly [name: string, inChinese: (phrases: Phrases, value: string) => string]>
> = {
  author: ['作者', (phrases, value) => phrases.author(value)],
  format: ['装帧', (_phrases, value) => (value === 'hardback' ? '精装' : '平装')],
  material: ['材质', (phrases, value) => phrases.material(value)],
  colour: ['颜色', (phrases, value) => phrases.colour(value)],
  pattern: ['花纹', (phrases, value) => phrases.pattern(value)],
  size: ['规格', (phrases, value) => phrases.size(value)],
  range: ['系列', (phrases, value) => phrases.range(value)],
};

function attributesOf(
  attributes: Readonly<Record<string, string>>,
  phrases: Phrases,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([english, value]) => {
      const [name, valueInChinese] = ATTRIBUTES[english]!;
      return [name, valueInChinese(phrases, value)];
    }),
  );
}
