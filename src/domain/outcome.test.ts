import { expect, test } from 'vitest';
import { HomebodyError } from './errors.ts';
import { outcomeOf, unwrap } from './outcome.ts';

test('an error survives the wire as data and comes back as the same error', async () => {
  const outcome = await outcomeOf(() => {
    throw new HomebodyError('argument/range', 'k is 0.', { remedy: 'Use 1 or more.', detail: { k: 0 } });
  });
  const copied = structuredClone(outcome);
  expect(() => unwrap(copied)).toThrow(HomebodyError);
  expect(copied).toMatchObject({
    ok: false,
    code: 'argument/range',
    remedy: 'Use 1 or more.',
    detail: { k: 0 },
  });
});

test('an error of another kind becomes `internal` and keeps its message', async () => {
  const outcome = await outcomeOf(() => Promise.reject(new TypeError('x is not iterable')));
  expect(outcome).toMatchObject({ ok: false, code: 'internal', message: 'TypeError: x is not iterable' });
});

test('a value comes back as it is', async () => {
  expect(unwrap(await outcomeOf(() => 7))).toBe(7);
});
