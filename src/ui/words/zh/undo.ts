import type { Words } from '../en.ts';
import { f, quoted } from './voice.ts';

export const undo: Words['undo'] = {
  said: (kind, title) =>
    ({
      view: `看过${quoted(title)}。`,
      like: `喜欢${quoted(title)}。`,
      dismiss: `${quoted(title)}不适合您。`,
      cart: `${quoted(title)}已放进购物车。`,
      purchase: `买了${quoted(title)}。`,
      rating: `评过${quoted(title)}。`,
      wish: `已把${quoted(title)}加进心愿单。`,
    })[kind],
  saidMany: (count) => `记下了 ${f.number(count)} 件。`,
  ordered: (count, first) =>
    count === 1 ? `买了${quoted(first)}（模拟）。` : `买了 ${f.number(count)} 件（模拟）。`,
  persona: (count, name) =>
    `您已扮作${name === null ? '别人' : quoted(name)}：${f.number(count)} 个喜欢记入了足迹。`,
  takenBack: (title) => `已撤回${quoted(title)}。`,
  takenBackMany: (count, first) => `已撤回${quoted(first)}和另外 ${f.number(count - 1)} 条。`,
  muted: (name) => `不再给您看${quoted(name)}的东西。`,
  unmuted: (name) => `又会给您看${quoted(name)}的东西了。`,
  moreLike: (title) => `这次多来些像${quoted(title)}的。`,
  lessLike: (title) => `这次少来些像${quoted(title)}的。`,
  inMood: (name) => `这次想看${quoted(name)}。`,
  outOfMood: (name) => `不再特意给您看${quoted(name)}。`,
  moodForgot: (title) => `${quoted(title)}不再影响这次的货架。`,
  moodGone: '这次的心情已忘掉。',
  runRemoved: (model) => `已从榜单移除一次 ${model} 实验。`,
  removed: (name) => `已从这台设备移除${quoted(name)}。`,
  justNow: '刚才',
  undo: '撤销',
};
