/** Names of models as people write them; those that are not here are written as they are called. */
const NAMES: Readonly<Record<string, string>> = {
  ials: 'iALS',
  popularity: 'Popularity',
  ease: 'EASE',
  'item-knn': 'Item-kNN',
  slist: 'SLIST',
  'slist-factorised': 'SLIST, factorised',
  blend: 'Blend',
  mf: 'Matrix factorisation',
  bpr: 'BPR',
  gmf: 'GMF',
  neumf: 'NeuMF',
  gru4rec: 'GRU4Rec',
  sasrec: 'SASRec',
  caser: 'Caser',
};

/** What is to be said of a model that the lab put in place, where the shop tells of its own. */
export const model = {
  name: (name: string): string => NAMES[name] ?? name,
  trained: (ago: string): string => `Trained ${ago}. Its file does not tell from how much.`,
  notMeasured: 'How good it is was not measured by the next thing that people took: see the lab’s board.',
  trains: (model: string): string =>
    `Train makes a new ${model}, which then ranks the shelves. Other models are trained in the lab.`,
  lead: 'The model that ranks the shelves gives no thing a place, so there is no map to watch. What it learnt, and how well, stands below.',
  noMap: 'The model that ranks the shelves has no map of this kind.',
};

export type ModelWords = typeof model;
