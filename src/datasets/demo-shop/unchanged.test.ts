import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createDemoCatalogue } from './catalogue.ts';
import { createDemoInteractions } from './events.ts';
import { DEFAULT_DEMO_SEED } from './shape.ts';

const catalogue = createDemoCatalogue(DEFAULT_DEMO_SEED);

test('every English byte, price, stock and colour of the demo shop is what it always was', () => {
  // Which drawing shows a piece is the drawings' affair; what it shows of it is drawn by chance and stays.
  const items = catalogue.items.map(({ picture, ...item }) => {
    const { material, colour, accent, pattern, variation } = picture!;
    return { ...item, drawn: [material, colour, accent, pattern, variation] };
  });
  expect(createHash('sha256').update(JSON.stringify(items)).digest('hex')).toBe(
    '90f78dcf03f682a21574f599243982c74428456d19dd92bbf9096d19c296031e',
  );
});

test('so is every event of its year', () => {
  const { user, item, kind, value, at } = createDemoInteractions(DEFAULT_DEMO_SEED, catalogue);
  const hash = createHash('sha256');
  for (const column of [user, item, kind, value, at]) hash.update(column);
  expect(hash.digest('hex')).toBe('034a0b59c7b9394978ef0e44bdc28b3303e76cf00de85862ada32dd8f35ba887');
});
