import type { Words } from '../en.ts';
import { did, f, quoted } from './voice.ts';

export const shelf: Words['shelf'] = {
  because: (kind, title) => `因为您${did[kind](quoted(title))}`,
  complements: (title) => `和您的${quoted(title)}很搭`,
  fresh: '您还没试过的',
  popular: '大家常选',
  more: '还有这些适合您',
  morePopular: '大家还常带这些回家',
  showMore: '再看一些',
  previous: (shelfName) => `往回看：${shelfName}`,
  next: (shelfName) => `往后看：${shelfName}`,
  departments: '在店里走走',
  genres: '按类型逛逛',

  menu: '更多选择',
  menuOf: (title) => `${quoted(title)}的更多选择`,
  moreLike: '多来些这样的',
  lessLike: '少来些这样的',
  mute: (name) => `不看${name}`,
  wish: '加入心愿单',

  cause: {
    event: (kind, title) => `因为您${did[kind](quoted(title))}`,
    order: (count) => `因为您买了 ${f.number(count)} 件东西`,
    persona: (name) => `以${quoted(name)}的眼光看`,
    takenBack: (title) => `因为您撤回了${quoted(title)}`,
    takenBackMany: (count) => `因为您撤回了 ${f.number(count)} 条`,
    mood: '照您这次的心情',
    muted: (name) => `不看${name}之后`,
    unmuted: (name) => `${name}回来之后`,
    adventure: '照您想要的新奇程度',
    trained: '小店刚学到了新东西',
  },
  moved: (cause, risen) =>
    risen === 0 ? `${cause}，货架变了。` : `${cause}，前十二件里有 ${f.number(risen)} 件升了上来。`,
  invitation: '喜欢一件，或者不要一件，货架都会回应您。',
  swipeHint: '向右滑是喜欢，向左滑是不适合我。',
  whatMoved: '什么变了？',
};
