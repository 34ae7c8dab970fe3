import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createDemoInteractions } from '../datasets/demo-shop/events.ts';
import { demoLikers, packLikers, unpackLikers } from '../datasets/demo-shop/likers.ts';
import { DEFAULT_DEMO_SEED } from '../datasets/demo-shop/shape.ts';
import { buildCsr } from '../engine/interactions/build-csr.ts';
import { Popularity } from '../engine/models/popularity.ts';

const counted = new Popularity();
counted.count(buildCsr(createDemoInteractions(DEFAULT_DEMO_SEED)));

// Whenever the year of the default seed has changed:
//   WRITE_DEMO_LIKERS=1 npx vitest run --project cpu src/workers/demo-likers.test.ts
if (process.env['WRITE_DEMO_LIKERS']) {
  const file = new URL('../datasets/demo-shop/likers.ts', import.meta.url);
  const lines = packLikers(counted.counts).match(/.{1,100}/g)!;
  const table = lines.map((line) => `  '${line}',\n`).join('');
  const source = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    source.replace(
      /(const LIKERS = \[\n)[^;]*(\]\.join)/,
      (_, open: string, close: string) => open + table + close,
    ),
  );
}

test('the demo shop’s table says of every product what its year counts to', () => {
  const { userCount, likers } = demoLikers(DEFAULT_DEMO_SEED)!;
  expect(userCount).toBe(counted.userCount);
  expect(likers).toEqual(counted.counts);
});

test('the popular shelf of the table is that of the year, to the last place', () => {
  const { userCount, likers } = demoLikers(DEFAULT_DEMO_SEED)!;
  const known = new Popularity();
  known.settle(likers, userCount);
  expect(known.walk(counted.itemCount, new Set())).toEqual(counted.walk(counted.itemCount, new Set()));
});

test('of another seed nobody has counted the year', () => {
  expect(demoLikers(DEFAULT_DEMO_SEED + 1)).toBeNull();
});

test('numbers are packed in one digit below 72, in two up to 1176', () => {
  expect(packLikers([0, 71, 72, 73, 156, 157, 1176])).toBe('0?&0&1&#<0##');
  expect(unpackLikers('0?&0&1&#<0##')).toEqual([0, 71, 72, 73, 156, 157, 1176]);
});
