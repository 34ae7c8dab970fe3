import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDemoCatalogue } from './catalogue.ts';
import { createDemoInteractions } from './events.ts';
import { DEFAULT_DEMO_SEED } from './shape.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);

test('every English byte, price and stock of the demo shop is what it always was', () => {
  expect(createHash('sha256').update(JSON.stringify(catalogue.items)).digest('hex')).toBe(
    'ca635656ac8a5a8d4f00aacabcd570fdffc8567b3dd7acba69fb1a46a3ebe856',
  );
});

test('so is every event of its year', () => {
  const { user, item, kind, value, at } = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
  const hash = createHash('sha256');
  for (const column of [user, item, kind, value, at]) hash.update(column);
  expect(hash.digest('hex')).toBe('034a0b59c7b9394978ef0e44bdc28b3303e76cf00de85862ada32dd8f35ba887');
});
