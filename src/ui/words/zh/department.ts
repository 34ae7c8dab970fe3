import type { Words } from '../en.ts';
import { f } from './voice.ts';

export const department: Words['department'] = {
  count: (count) => `${f.number(count)} 件`,
  ranked: '按您的口味排',
  popular: '大家常选的在前',
  back: '回到货架',
  mute: '不看这个部门',
  muteFilms: '不看这个类型',
  muted: (name) => `您选了不看${name}，所以这里什么也没摆。`,
  unmute: '重新看',
  loading: '正在走过去',
  empty: '这里什么也不剩了。',
  emptyHint: '要么您都有了，要么您不要，要么已售完。',
  missing: '这里没有这个部门',
  missingHint: '它可能属于另一个目录。',
};
