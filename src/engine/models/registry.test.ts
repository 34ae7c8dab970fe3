import { expect, test } from 'vitest';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { MODEL_KINDS, MODEL_NAMES, modelKind } from './registry.ts';

test('each name stands for one kind, whose models bear it', () => {
  expect(new Set(MODEL_NAMES).size).toBe(MODEL_KINDS.length);
  for (const name of MODEL_NAMES) {
    const model = modelKind(name).create({}, createReferenceHome());
    expect(model.name).toBe(name);
    model.release();
  }
});

test("a name that no kind has is refused with those there are: 'model/unsupported'", () => {
  expect(() => modelKind('oracle')).toThrow(
    expect.objectContaining({ code: 'model/unsupported', remedy: expect.stringContaining('ials') }),
  );
});
