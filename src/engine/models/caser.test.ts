import { describeRecommender } from '../testing/describe-recommender.ts';
import { CASER } from './caser.ts';

const small = {
  dim: 16,
  maxLength: 12,
  height: 2,
  horizontalFilters: 8,
  verticalFilters: 2,
  dropout: 0,
  epochs: 6,
  batchSize: 8,
  learningRate: 0.03,
};
describeRecommender(CASER, { config: { ...small, validationUsers: 0 }, firstPlaces: 1, order: 'mixed' });
