import type { LabWords } from '../../lab-in-english.ts';

export const models: LabWords['models'] = {
  ials: { name: 'iALS', what: '从谁选了什么，学出每个人和每件东西的一串隐藏特征。' },
  popularity: { name: '大家常选', what: '不去了解任何人，只数大多数人选了什么。别的模型都该胜过它。' },
  ease: { name: 'EASE', what: '从同一些人选过的东西，学出每件东西有多能说明另一件。' },
  'item-knn': { name: 'Item-kNN', what: '看两件东西有多少共同的人。只是计数，不用训练。' },
  slist: { name: 'SLIST', what: '从先后顺序学出哪件东西跟在哪件之后。' },
  'slist-factorised': { name: 'SLIST（分解）', what: '同 SLIST，压缩成几百个特征：适合东西极多的店。' },
  blend: {
    name: '混合',
    what: '把 SLIST（接下来选什么）和 EASE（什么常在一起）加起来，权重由留出的记录检验决定。',
  },
  mf: { name: '矩阵分解', what: '学着把某人选过的东西同随机抽来的分开，由此得出隐藏特征。' },
  bpr: { name: 'BPR', what: '一对一对地学：把某人选过的排在没选的前面，由此得出隐藏特征。' },
  gmf: { name: 'GMF', what: '用两张特征表及其乘积，学出一个人选一件东西的可能性。' },
  neumf: { name: 'NeuMF', what: 'GMF 旁边再加一个小神经网络，能学会特征怎样共同起作用。' },
  gru4rec: { name: 'GRU4Rec', what: '用循环网络一条一条地读历史，猜接下来是什么。' },
  sasrec: { name: 'SASRec', what: '用注意力读历史：学会先前哪些记录对下一件要紧。' },
  caser: { name: 'Caser', what: '像看图一样，用小滤波器扫过最近几条记录，猜接下来是什么。' },
};
