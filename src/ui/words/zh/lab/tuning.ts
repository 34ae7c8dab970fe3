import type { LabWords } from '../../lab-in-english.ts';
import { f } from '../voice.ts';
import { figure, lf } from './voice.ts';

export const tuning: LabWords['tuning'] = {
  title: '下一项研究',
  studies: '研究',
  empty: '还没有研究',
  emptyHint: '两项设置各三个值的网格就是九次尝试，每次在几份数据上各训练一遍。',
  search: '搜索',
  searches: {
    grid: { name: '网格', what: '把各个值的所有组合逐一试过。' },
    random: { name: '随机', what: '在两端之间随机抽取。试得更少，找到的不比网格差。' },
    halving: { name: '逐轮淘汰', what: '先开始许多短训练，留下最好的三分之一，给它们更多遍数；如此再来。' },
  },
  vary: '要变动的设置',
  varyOne: '至少变动一项设置。',
  valuesOf: (name) => `${name}的取值`,
  fromOf: (name) => `${name}，从`,
  toOf: (name) => `${name}，到`,
  to: '到',
  listHint: '几个值之间用逗号分开。',
  each: (spec, range) => {
    if (spec.kind === 'choice') return spec.values.join('、');
    return spec.kind === 'boolean' ? 'true 或 false' : range;
  },
  wrong: (list, each) => (list ? `每个都要是${each}，不要重复。` : `两个都要是${each}，小的在前。`),
  numbers: { trials: '尝试', folds: '份数', minutes: '至多几分钟', patience: '耐心' },
  hints: {
    trials: '抽取多少组设置。',
    folds: '每次尝试训练同样多遍。',
    minutes: '到时以当时最好的为准。',
    patience: '连续这么多次没有更好的，就结束。',
  },
  without: '不限',
  validation: '逐个测量的方法',
  validations: {
    folds: { name: '分份', what: '把人们选过的分到几份里，每份留出一次。' },
    'leave-last-out': { name: '留出最后一件', what: '藏起每个人最后选的一件。' },
  },
  randomFolds: '这份记录有时间，而分份是随机的：设置的好坏仍分得出，但数字比实际用起来要好。',
  metric: '越大越好的是',
  seedHint: '同样的种子，找到同样的设置。',
  start: '开始研究',
  count: (trials, folds) => `${f.number(trials)} 次尝试，${f.number(trials * folds)} 次训练`,
  running: (model) => `正在给 ${model} 调参`,
  what: ({ trial, trials, fold, folds }) =>
    `第 ${f.number(trial)} 次尝试，共 ${f.number(trials)} 次${folds > 1 ? `，第 ${f.number(fold)} 份，共 ${f.number(folds)} 份` : ''}`,
  paused: ({ trial, trials }) => `停在第 ${f.number(trial)} 次尝试，共 ${f.number(trials)} 次`,
  bestSoFar: (metric, best) => `目前最好：${metric} ${figure(best)}`,
  noneYet: '还没有一次尝试完成。',
  pause: '暂停',
  goOn: '继续',
  cancel: '取消',
  kept: '每完成一份就存下：取消或重新载入之后，都能接着进行。',
  name: (model, search) => `${model}，${search}`,
  state: ({ trialCount, ended, spentMs }, finished, now, ago) => {
    const far = `${f.number(trialCount)} 次尝试中完成了 ${f.number(finished)} 次，${lf.duration(spentMs)}，${ago}开始。`;
    if (now) return now === 'paused' ? `已暂停：${far}` : `正在进行：${far}`;
    if (ended === 'complete') return `完成：${far}`;
    if (ended === 'patience') return `许久没有更好的，已结束：${far}`;
    return ended === 'budget' ? `时间用完，已结束：${far}` : `中断：${far}`;
  },
  measuredBy: ({ validation }) =>
    validation.kind === 'folds'
      ? `在随机分成的 ${f.number(validation.folds)} 份上测量。`
      : '用每个人最后选的一件测量。',
  best: (metric, score) => `最好：${metric} ${figure(score)}`,
  bestSettings: (settings) => `（${settings.join('，')}）。`,
  resumeOf: (name) => `继续 ${name}`,
  use: '用这些设置',
  takeOf: (name) => `用这些设置：${name}`,
  remove: '移除',
  removeOf: (name) => `移除 ${name}`,
  trials: '尝试',
  trialsOf: (finished, all) =>
    finished === all ? `${f.number(all)} 次尝试` : `${f.number(all)} 次尝试中完成了 ${f.number(finished)} 次`,
  trial: '尝试',
  passes: '遍数',
  foldsDone: '份数',
  ofFolds: (done, folds) => `${f.number(done)} / ${f.number(folds)}`,
  isBest: '最好',
  diverged: '发散',
};
