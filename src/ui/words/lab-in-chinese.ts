import type { LabWords } from './lab-in-english.ts';
import { bench } from './zh/lab/bench.ts';
import { compare } from './zh/lab/compare.ts';
import { itemMap } from './zh/lab/item-map.ts';
import { models } from './zh/lab/models.ts';
import { privacy } from './zh/lab/privacy.ts';
import { named, protocolLong, protocols, protocolShort } from './zh/lab/protocols.ts';
import { settings } from './zh/lab/settings.ts';
import { tuning } from './zh/lab/tuning.ts';
import { figure, lf, signed } from './zh/lab/voice.ts';

/** 实验室，简体中文：给爱摆弄仪器的人，用平实的话。 */
export const labZh: LabWords = {
  language: 'zh-Hans',
  lf,
  places: '实验室的房间',
  opening: '正在打开实验室',
  again: '再试一次',
  rooms: {
    bench: {
      name: '工作台',
      title: '实验室',
      lead: '用这份记录训练别的模型，看各自能猜中多少人们选过的东西。一切都在您的设备上进行。',
    },
    compare: {
      name: '比较',
      title: '两次实验对照',
      lead: '是真的更好，还是碰巧？同一个人在两者之下各会看到什么？',
    },
    tuning: {
      name: '调参',
      title: '调参',
      lead: '用不同的设置把一个模型训练许多次，逐个测量，告诉您哪一个最好。',
    },
    map: {
      name: '地图',
      title: '模型眼里的小店',
      lead: '每个点是一件东西。模型认为相似的，住得近。',
    },
    privacy: {
      name: '隐私',
      title: '模型会泄露什么',
      lead: '在您自己的设备上学习不需要保护：什么也不会离开。要紧的是，您把从别人那里学到的东西交出去的时候。',
    },
  },
  models,
  model: (name) => named(models, name),
  settings,
  protocols,
  ...bench,
  compare,
  tuning,
  map: itemMap,
  privacy,
  homes: { webgpu: '显卡', wasm: '处理器', reference: '纯 JavaScript' },

  metrics: {
    ndcgAt10: { name: 'NDCG@10', what: '十个猜测里猜中的，位置越靠前越值。' },
    hitRateAt10: { name: 'HR@10', what: '有多少人，十个猜测里至少中了一个。' },
    recallAt20: { name: 'Recall@20', what: '人们选过的，有多少在二十个猜测里。' },
    ndcgAt100: { name: 'NDCG@100', what: '同 NDCG@10，看一百个猜测。' },
    precisionAt10: { name: 'Precision@10', what: '十个猜测中了几成。' },
    mrrAt10: { name: 'MRR@10', what: '第一个猜中的排得多靠前。' },
    mapAt10: { name: 'MAP@10', what: '平均而言，猜中的来得多早。' },
    auc: { name: 'AUC', what: '选过的排在没选的前面，有多经常。' },
    noveltyAt10: { name: '新奇度@10', what: '猜测有多少见，以比特计。越大越少见。' },
    popularityAt10: { name: '热门度@10', what: '猜测的东西平均有多少人选过。' },
    diversityAt10: { name: '多样性@10', what: '十件东西彼此多不相像。' },
    factDiversityAt10: { name: '属性多样性@10', what: '在部门、品牌等方面多不相像。' },
    coverageAt10: { name: '覆盖率@10', what: '全店有多少会被任何人看到。' },
    giniAt10: { name: '基尼系数@10', what: '露面有多不均：0 全都一样，1 只有一件。' },
  },
  figure,
  signed,
  between: ({ low, high }) => `在 ${figure(low)} 与 ${figure(high)} 之间`,
  range: ({ low, high }) => `${figure(low)} – ${figure(high)}`,
  settingValue: (value) => {
    if (typeof value === 'number') return lf.value(value);
    if (typeof value === 'boolean') return value ? '是' : '否';
    if (typeof value === 'string') return settings.values[value] ?? value;
    return value === null ? settings.found : '–';
  },
  protocolOf: (run) => (run.protocol ? protocolShort(run.protocol) : run.protocolText || '没有测量过'),
  protocolLong: (run) =>
    run.protocol ? protocolLong(run.protocol, run.users) : run.protocolText || '从没有测量过。',
  runName: (run) =>
    run.seed === null ? named(models, run.model) : `${named(models, run.model)}，种子 ${run.seed}`,
  twoNames: (a, b) => {
    const [one, other] = [named(models, a.model), named(models, b.model)];
    return one === other ? [`${one}（前）`, `${other}（后）`] : [one, other];
  },
  warnings: {
    'random-split': {
      short: '划分偏乐观',
      long: '记录里有时间，而这种方法随机划分：模型学到了后来的事。它的数字比实际用起来要好。',
    },
    'other-log': {
      short: '学自别的记录',
      long: '它学的是这家店的另一份记录，不是眼下这份，所以它的数字不能和别的相比。',
    },
  },
};
