import type { Words } from '../en.ts';
import { did, f, quoted } from './voice.ts';

export const why: Words['why'] = {
  title: '为什么？',
  of: (title) => `为什么是${quoted(title)}？`,
  because: (causes) => {
    const [first] = causes;
    return first && causes.every((cause) => cause.kind === first.kind)
      ? `因为您${did[first.kind](f.list(causes.map((cause) => quoted(cause.title))))}。`
      : `因为您${causes.map((cause) => did[cause.kind](quoted(cause.title))).join('，还')}。`;
  },
  despite: (kind, title) =>
    kind === 'dismiss'
      ? `尽管您${did[kind](quoted(title))}。`
      : `您${did[kind](quoted(title))}，这一点倒让它往后排。`,
  moreLike: (titles) => `因为这次您想多看些像${f.list(titles.map(quoted))}的。`,
  lessLike: (title) => `尽管这次您想少看些像${quoted(title)}的。`,
  inMood: (department) => `因为这次您想看${quoted(department)}。`,
  sentences: (all) => all.join(''),
  whole: (inOrder, nearest) => {
    const by = inOrder ? '依您最近行事的先后推测' : '综合您在这里做过的一切';
    return nearest === null ? `${by}。` : `${by}，与${quoted(nearest)}最接近。`;
  },
  wholeHint: '这个模型把您的足迹当作整体来看，说不出每一件各占多少。',
  popular: '因为很多人都选它。',
  popularHint: '小店还不知道您的喜好。喜欢一两件，这里的回答就会是您自己的。',
  untrained: '还没有训练过会看足迹的模型，所以这个回答对谁都一样。',
  sameForAll: '现在排货架的模型不看足迹，所以这个回答对谁都一样。',
  nothingYet: '您的足迹里还没有什么吸引模型。在您喜欢上什么之前，它按大家常选的来排。',
  nothing: '您的足迹里没有什么支持它。',
  variety: '摆出来是为了多些花样。',
  shares: '每一件各占多少',
  sharesHint: '这是它得分的确切组成，加起来正好是总和，一点不漏。',
  sharesBeside: '这是您的足迹和心情所加的确切部分。它有多受欢迎，另外加上。',
  share: (share) => f.signed(share, 3),
  for: '支持它',
  against: '反对它',
  sum: '总和',
  mood: '这次的心情',
  moodFor: (department) => `这次想看${quoted(department)}`,
  forget: '忘掉',
  forgetOf: (name) => `忘掉：${name}`,
  rank: (rank) => `在所有可以给您看的东西里排第 ${f.number(rank)}。`,
  filtered: '现在不会摆给您看：您已有它、不要它，或已售完。',
  gone: '目录里已经没有它了。',
  loading: '正在翻看您的足迹',
};
