import type { Words } from '../en.ts';
import { done, f, quoted } from './voice.ts';

export const history: Words['history'] = {
  title: '足迹',
  empty: '还没有。',
  emptyHint: '喜欢一件，或不要一件，货架就会变。做过的都可以在这里撤回。',
  toShelves: '去看您的货架',
  loading: '正在打开您的足迹',
  did: done,
  when: (kind, at, now) => `${done[kind]}，${f.ago(at, now)}`,
  takeBack: '撤回',
  takeBackOf: (title) => `撤回：${title}`,
  takeBackNow: '就撤回它',
  keep: '留着',
  all: (count) => `显示全部 ${f.number(count)} 条`,
  count: (count) => `${f.number(count)} 条`,
  lead: '您在这里做过的事，最近的在前。撤回之前，先看看会变什么。',
  today: '今天',
  yesterday: '昨天',
  day: (at) => f.day(at),
  whenOf: (kind, at) => `${done[kind]}，${f.time(at)}`,
  order: (count) => `一单 ${f.number(count)} 件`,
  together: (kind, count) => `一次 ${f.number(count)} 件：${done[kind]}`,
  filter: '只看',
  everything: '全部',
  question: (title) => `如果没有${quoted(title)}`,
};
