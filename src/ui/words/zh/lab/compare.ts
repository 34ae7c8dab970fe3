import type { LabWords } from '../../lab-in-english.ts';
import { f } from '../voice.ts';
import { figure, signed } from './voice.ts';

const REAL = 0.05;

const chance = (p: number): string => {
  if (p < 0.001) return '一千次里不到一次';
  if (p < 0.01) return `一千次里约 ${f.number(Math.max(1, Math.round(p * 1000)))} 次`;
  return `一百次里约 ${f.number(Math.round(p * 100))} 次`;
};

export const compare: LabWords['compare'] = {
  empty: '有两次实验才能比较',
  emptyHint: '请在工作台上用同样的测量方法和种子训练两个模型。',
  toBench: '去工作台',
  first: '前者',
  second: '后者',
  option: (model, seed, protocol, ago) =>
    `${model}${seed === null ? '' : ` · 种子 ${seed}`} · ${protocol} · ${ago}`,
  differences: '差在哪里',
  comparing: '正在一个人一个人地比较',
  again: '比较这两个',
  notComparable: (differs) => {
    const rule = '它们的差别说明不了模型的好坏。';
    if (differs === 'protocol') return `这两次的测量方法不同。${rule}`;
    if (differs === 'split') return `两次留出的不是同样的东西：请用同样的种子和数目。${rule}`;
    if (differs === 'origin') return `其中一次来自文件，没有带来逐人的数字，无从比较。`;
    if (differs === 'data') return `这两次学的是不同的记录。${rule}`;
    return `这两次问的不是同样的人。${rule}`;
  },
  on: (users) => `问的是同样的 ${f.number(users)} 个人，前者减后者；横条是一百次里九十五次差别所在的范围。`,
  minus: (a, b) => `${a} − ${b}`,
  verdict: (a, b, { difference, interval, p }) => {
    if (p >= REAL || difference === 0) return `没有明显差别：单凭偶然，${chance(p)}会有这么大的差别。`;
    const [better, worse] = difference > 0 ? [a, b] : [b, a];
    const [low, high] = [Math.abs(interval.low), Math.abs(interval.high)].toSorted((x, y) => x - y);
    return `${better} 比 ${worse} 猜得准：NDCG@10 高 ${figure(Math.abs(difference))}（${figure(low ?? 0)} 到 ${figure(high ?? 0)}），单凭偶然，${chance(p)}会这样。`;
  },
  sentence: ({ interval, p }, beside) =>
    `${signed(interval.low, beside)} 到 ${signed(interval.high, beside)}；单凭偶然，${chance(p)}${p < REAL ? '' : '，所以也可能没有差别'}`,
  lists: '某个人会看到什么',
  visitor: '谁来看',
  you: '您，带着您的足迹',
  someone: '记录里的某个人',
  number: '编号',
  numberHint: (users) => `从 1 到 ${f.number(users)}。`,
  asking: '正在问两个模型',
  took: (own, count) => `${own ? '您' : '这个人'}选过的：${f.number(count)} 件，最新的在前`,
  noneOfYours: '您还没有选过什么，所以没有什么可以参照。',
  noneOfTheirs: '这个人什么也没选过。',
  shared: (shared, of) => `${f.number(of)} 件中有 ${f.number(shared)} 件两边都有。`,
  only: '只在这边',
  there: (place) => `那边第 ${f.number(place)}`,
  nothingLiked: '这个模型依据喜欢过的东西：要先喜欢点什么。',
};
