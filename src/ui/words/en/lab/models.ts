/** What a kind of model is called, and what it learns from, in one sentence. */
export const models: Readonly<Record<string, { readonly name: string; readonly what: string }>> = {
  ials: {
    name: 'iALS',
    what: 'Learns a list of hidden traits for each person and each thing from who took what.',
  },
  popularity: {
    name: 'Popularity',
    what: 'Learns nothing about anybody: it counts what most people took. Every other model should beat it.',
  },
  ease: {
    name: 'EASE',
    what: 'Learns how strongly each thing speaks for each other thing, from what the same people took.',
  },
  'item-knn': {
    name: 'Item-kNN',
    what: 'Compares things by the people that they share. Counting, without any training.',
  },
  slist: {
    name: 'SLIST',
    what: 'Learns which thing follows which, from the order of what people took.',
  },
  'slist-factorised': {
    name: 'SLIST, factorised',
    what: 'As SLIST, squeezed into some hundred traits: for shops with very many things.',
  },
  blend: {
    name: 'Blend',
    what: 'Adds up SLIST (what comes next) and EASE (what goes together), weighed by a test on held-back events.',
  },
  mf: {
    name: 'Matrix factorisation',
    what: 'Learns hidden traits by telling what somebody took from things drawn at random.',
  },
  bpr: {
    name: 'BPR',
    what: 'Learns hidden traits by ranking, pair by pair, what somebody took above what they did not.',
  },
  gmf: {
    name: 'GMF',
    what: 'Learns the chance that a person takes a thing, from two tables of traits and their product.',
  },
  neumf: {
    name: 'NeuMF',
    what: 'GMF with a small neural network beside it, which can learn how traits work together.',
  },
  gru4rec: {
    name: 'GRU4Rec',
    what: 'Reads a history event by event with a recurrent network and guesses what comes next.',
  },
  sasrec: {
    name: 'SASRec',
    what: 'Reads a history with attention: it learns which earlier events matter for the next one.',
  },
  caser: {
    name: 'Caser',
    what: 'Slides small filters over the last few events, as over a picture, and guesses what comes next.',
  },
};
