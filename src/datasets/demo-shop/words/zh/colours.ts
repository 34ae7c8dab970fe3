import type { ItemPicture } from '../../../../domain/item.ts';
import type { ColourName } from '../colours.ts';

export const COLOURS_IN_CHINESE: Readonly<Record<ColourName, string>> = {
  red: '红色',
  rust: '铁锈红',
  terracotta: '陶土橙',
  ochre: '赭黄',
  mustard: '芥末黄',
  'butter yellow': '黄油黄',
  cream: '奶油白',
  oat: '燕麦色',
  white: '白色',
  'dove grey': '鸽灰',
  slate: '石板灰',
  charcoal: '炭灰',
  black: '黑色',
  'ink blue': '墨蓝',
  'sky blue': '天蓝',
  'duck-egg blue': '鸭蛋青',
  teal: '深青',
  sage: '鼠尾草绿',
  moss: '苔绿',
  'forest green': '松林绿',
  plum: '梅紫',
  rose: '玫瑰粉',
  lilac: '丁香紫',
  brown: '棕色',
  tan: '驼色',
  chestnut: '栗色',
};

/** '' where it goes without saying, as in English. */
export const PATTERNS_IN_CHINESE: Readonly<Record<ItemPicture['pattern'], string>> = {
  plain: '',
  stripes: '条纹',
  dots: '圆点',
  checks: '格纹',
  grain: '',
  leaf: '叶纹',
};
