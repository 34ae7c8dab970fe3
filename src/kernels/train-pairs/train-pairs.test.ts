import { describe } from 'vitest';
import { NODE_HOMES } from '../testing/homes.ts';
import { describeTrainPairs } from './testing/describe-train-pairs.ts';

describe.each(NODE_HOMES)('trainPairs, $name', ({ create }) => {
  describeTrainPairs(create);
});
