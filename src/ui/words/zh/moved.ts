import type { Words } from '../en.ts';
import { did, f, quoted } from './voice.ts';

export const moved: Words['moved'] = {
  title: '变了什么',
  open: '变了什么',
  openOf: (title) => `变了什么：${title}`,
  sentences: (all) => all.join(''),
  because: (kind, titles, more) => {
    const all = f.list(titles.map(quoted));
    return `您${did[kind](more === 0 ? all : `${all}等 ${f.number(titles.length + more)} 件`)}。`;
  },
  summary: (came, left, rose, fell) => {
    const all = [
      ...(came > 0 ? [`新来 ${f.number(came)} 件`] : []),
      ...(rose > 0 ? [`上升 ${f.number(rose)} 件`] : []),
      ...(fell > 0 ? [`下降 ${f.number(fell)} 件`] : []),
      ...(left > 0 ? [`离开 ${f.number(left)} 件`] : []),
    ];
    return all.length === 0 ? '前十二个位置没有变。' : `前十二个位置里：${all.join('，')}。`;
  },
  before: '之前',
  after: '之后',
  fromTo: (title, from, to) => `${title}：从第 ${f.number(from)} 到第 ${f.number(to)}`,
  came: (title, to) => `${title}：新来的，第 ${f.number(to)}`,
  left: (title, from) => `${title}：离开了，原来第 ${f.number(from)}`,
  decided: (title, from) => `${title}：离开了，原来第 ${f.number(from)}；您已有了决定`,
  stayed: (title, place) => `${title}：仍是第 ${f.number(place)}`,
  upBy: (places) => `上升 ${f.number(places)}`,
  downBy: (places) => `下降 ${f.number(places)}`,
  isNew: '新来',
  gone: '离开',
  place: (place) => f.number(place),
  list: '逐个位置看变化',
  over: '这一条已撤回，不再影响什么。',
  loading: '正在摆出前后两排货架',
  without: {
    loading: '正在看会变什么',
    summary: (changes) =>
      changes === 0 ? '前十二个位置不会变。' : `前十二个位置里会变 ${f.number(changes)} 个。`,
    came: (count) => `会来 ${f.number(count)} 件`,
    rose: (count) => `会上升 ${f.number(count)} 件`,
    left: (count) => `会离开 ${f.number(count)} 件`,
    fell: (count) => `会下降 ${f.number(count)} 件`,
    today: '现在',
    without: '没有它',
    step: (from, to) => `${f.number(from)} → ${f.number(to)}`,
    at: (place) => `第 ${f.number(place)}`,
    more: (count) => `还有 ${f.number(count)} 件`,
  },
};
