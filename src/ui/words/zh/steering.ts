import type { Words } from '../en.ts';
import { f, quoted } from './voice.ts';

export const steering: Words['steering'] = {
  title: '调一调货架',
  slider: '从熟悉到新奇',
  familiar: '熟悉',
  adventurous: '新奇',
  value: (value) =>
    value < 0.2 ? '贴近您熟悉的' : value < 0.45 ? '多半熟悉' : value < 0.7 ? '一半一半' : '走得更远',
  effect: (value, ratio) =>
    value < 0.05
      ? '只摆最合您口味的。'
      : ratio < 1.05
        ? '大多还是您熟悉的。'
        : `更杂一些：东西之间的差别，是“熟悉”一端的 ${f.decimal(ratio, 1)} 倍。`,
  mood: '现在想看',
  moodHint: '只管这一次。哪儿也不存，您一走就忘。',
  moreLike: (title) => `多来些像${quoted(title)}的`,
  lessLike: (title) => `少来些像${quoted(title)}的`,
  forget: '忘掉这次的心情',
  forgetOne: (what) => `不再要：${what}`,
  muted: '不看的',
  mutedHint: '一直不摆出来，直到您改主意。',
  unmute: (name) => `重新看${name}`,
  shoes: '扮一回别人',
  summary: (mood, muted) =>
    [...(mood > 0 ? ['有心情'] : []), ...(muted > 0 ? [`不看 ${f.number(muted)} 类`] : [])].join('，'),
};
