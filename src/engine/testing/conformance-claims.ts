import type { RecommenderClaims } from './describe-recommender.ts';

const NETWORK = { dim: 8, maxLength: 12, dropout: 0, validationUsers: 0 };

/**
 * Small settings of every model of the registry, by its name, with which it finds what is missing on the checkerboard, in few
 * steps of a network, as each is slow on a software adapter.
 */
export const CONFORMANCE_CLAIMS: Readonly<Record<string, RecommenderClaims<Record<string, unknown>>>> = {
  ials: { config: { dim: 8, epochs: 10, seed: 5 }, firstPlaces: 1, diverges: { initialStddev: 1e30 } },
  popularity: { config: {}, firstPlaces: 1 / 40 },
  ease: { config: { l2: 1 }, firstPlaces: 1 },
  'item-knn': { config: {}, firstPlaces: 1 },
  slist: { config: { l2: 10 }, firstPlaces: 38 / 40 },
  'slist-factorised': { config: { l2: 10, dim: 24 }, firstPlaces: 36 / 40 },
  blend: { config: { first: { l2: 10 }, second: { l2: 10 } }, firstPlaces: 1 },
  mf: {
    config: { dim: 9, epochs: 60, learningRate: 0.05 },
    firstPlaces: 1,
    diverges: { learningRate: 1000 },
  },
  bpr: { config: { dim: 9, epochs: 60 }, firstPlaces: 1, diverges: { learningRate: 1000 } },
  gmf: {
    config: { dim: 8, epochs: 60, learningRate: 0.01 },
    firstPlaces: 1,
    diverges: { learningRate: 1e30 },
  },
  neumf: {
    config: { dim: 8, hiddenLayers: 1, epochs: 2, batchSize: 128, learningRate: 0.02 },
    firstPlaces: 1,
    diverges: { learningRate: 1e30 },
  },
  sasrec: {
    config: { ...NETWORK, blocks: 1, epochs: 3, batchSize: 20, learningRate: 0.05 },
    firstPlaces: 1,
    order: 'mixed',
  },
  gru4rec: {
    config: { ...NETWORK, epochs: 3, batchSize: 20, learningRate: 0.1 },
    firstPlaces: 1,
    order: 'mixed',
  },
  caser: {
    config: {
      ...NETWORK,
      dim: 16,
      height: 2,
      horizontalFilters: 4,
      verticalFilters: 1,
      epochs: 4,
      batchSize: 40,
      learningRate: 0.1,
    },
    firstPlaces: 1,
    order: 'mixed',
  },
};
