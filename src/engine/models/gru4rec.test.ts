import { describeRecommender } from '../testing/describe-recommender.ts';
import { GRU4REC } from './gru4rec.ts';

const small = { dim: 8, maxLength: 12, dropout: 0, epochs: 6, batchSize: 10, learningRate: 0.03 };
describeRecommender(GRU4REC, { config: { ...small, validationUsers: 0 }, firstPlaces: 1, order: 'mixed' });
