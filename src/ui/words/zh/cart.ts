import type { Words } from '../en.ts';
import { f, quoted } from './voice.ts';

export const cart: Words['cart'] = {
  title: '购物车',
  reviewTitle: '下单之前',
  thanksTitle: '谢谢您',
  pieces: (count) => `${f.number(count)} 件`,
  loading: '正在取您的购物车',
  empty: '购物车还空着。',
  emptyHint: '放进来的东西只留在这台设备上，货架会随之变化，也随时可以撤回。',
  toShelves: '去看您的货架',
  toWishes: (count) => `看看心愿单里的 ${f.number(count)} 件`,
  perhaps: '也许是其中一件',
  perhapsHint: '您货架上最前面的几件。',
  lines: '车里的东西',
  each: (price) => `每件 ${price}`,
  quantityOf: (title) => `${quoted(title)}的件数`,
  oneMoreOf: (title) => `多要一件：${title}`,
  oneLessOf: (title) => `少要一件：${title}`,
  removeOf: (title) => `取出来：${title}`,
  allThereIs: '就只有这么多了。',
  sum: '合计',
  unpriced: (count) => `其中 ${f.number(count)} 件没有标价。`,
  money: (minor, currency) => f.money(minor, currency),
  pretend: '结账只是模拟：不收钱，也不寄包裹。',
  review: '核对订单',
  change: '再改一改',
  reviewLead: '下单之后会这样：',
  will: [
    '不收一分钱，也没有包裹寄出。',
    '买下的东西记入您的足迹，加密保存在这台设备上。',
    '货架随之变化。这一单现在或以后都可以撤回。',
  ],
  place: '模拟下单',
  placing: '正在下单 …',
  failed: '什么也没有记下，购物车还是原样。',
  times: (count, title) => (count === 1 ? title : `${title} × ${f.number(count)}`),
  thanks: (lines, more) => {
    const named = f.list(
      lines.map(({ count, title }) =>
        count === 1 ? quoted(title) : `${quoted(title)} × ${f.number(count)}`,
      ),
    );
    const rest = more === 0 ? '' : `，还有另外 ${f.number(more)} 种`;
    return `您买了${named}${rest}。只是模拟，没有收钱。`;
  },
  moving: '货架正在变化。',
  moved: (count) =>
    count === 0 ? '货架最前面的几件没有变。' : `货架前十二个位置里，有 ${f.number(count)} 个因此变了。`,
  complements: '与车里的东西搭配得来',
  complementsHint: '别人常把它们一起带回家，不是偶然。',
  unpricedShop: '这里没有购物车',
  unpricedShopHint: '这个目录里的东西没有价格。可以点喜欢，或收进心愿单。',
};
