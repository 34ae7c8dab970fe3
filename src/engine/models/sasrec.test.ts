import { describeRecommender } from '../testing/describe-recommender.ts';
import { SASREC } from './sasrec.ts';

const small = { dim: 8, maxLength: 12, blocks: 1, dropout: 0, epochs: 8, batchSize: 10, learningRate: 0.02 };
describeRecommender(SASREC, { config: { ...small, validationUsers: 0 }, firstPlaces: 1, order: 'mixed' });
