import type { ModelWords } from '../en/model.ts';

const NAMES: Readonly<Record<string, string>> = {
  ials: 'iALS',
  popularity: '大家常选',
  ease: 'EASE',
  'item-knn': 'Item-kNN',
  slist: 'SLIST',
  'slist-factorised': 'SLIST（分解）',
  blend: '混合',
  mf: '矩阵分解',
  bpr: 'BPR',
  gmf: 'GMF',
  neumf: 'NeuMF',
  gru4rec: 'GRU4Rec',
  sasrec: 'SASRec',
  caser: 'Caser',
};

export const model: ModelWords = {
  name: (name) => NAMES[name] ?? name,
  trained: (ago) => `${ago}训练。文件没有说用了多少记录。`,
  notMeasured: '没有用“接下来选什么”测过它的质量，请看实验室的榜单。',
  trains: (name) => `点“训练”会做出新的 ${name}，之后由它排货架。别的模型在实验室训练。`,
  lead: '现在排货架的模型不给东西安排位置，所以没有地图可看。它学了什么、学得多好，见下方。',
  noMap: '现在排货架的模型没有这样的地图。',
};
