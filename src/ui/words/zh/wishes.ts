import type { Words } from '../en.ts';
import { f } from './voice.ts';

export const wishes: Words['wishes'] = {
  title: '心愿单',
  count: (count) => `${f.number(count)} 个心愿`,
  loading: '正在取您的心愿单',
  empty: '还没有心愿。',
  emptyHint: '拿不定主意的，先放在这里。心愿也会让货架变一点，比喜欢轻些。',
  toShelves: '去看您的货架',
  toCart: '移入购物车',
  toCartOf: (title) => `移入购物车：${title}`,
  remove: '不再想要',
  removeOf: (title) => `不再想要：${title}`,
  allInCart: (count) =>
    count === 1 ? '您唯一的心愿已在购物车里。' : `您的 ${f.number(count)} 个心愿都在购物车里。`,
  allInCartHint: () => '从车里取出来，就回到这里。',
  inCart: (count) => `还有 ${f.number(count)} 个心愿在购物车里。从车里取出来，就回到这里。`,
  toTheCart: '去购物车',
};
