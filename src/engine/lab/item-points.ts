import { HomebodyError } from '../../domain/errors.ts';
import type { ItemMap } from '../../domain/lab.ts';
import type { CheckpointTensor } from '../checkpoint/tensors.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Points } from './principal-axes.ts';

export interface ItemPoints extends Points {
  readonly source: ItemMap['source'];
}

/**
 * What a model knows of some items, one row each: their embeddings; or their rows of its item weights, of the columns
 * of the same items; or, where it keeps neither as a whole, how alike it holds them.
 * @throws 'model/unsupported' for a model to which all items are the same
 */
export function itemPoints(model: Recommender, items: Int32Array): ItemPoints {
  const { tensors } = model.save(false);
  const tables = Object.entries(tensors).filter(([, tensor]) => isTable(tensor, model.itemCount));
  const [, table] = tables.find(([name]) => name.endsWith('item_embeddings')) ?? tables[0] ?? [];
  const points = table ? rowsOf(table, items, model.itemCount) : likenessOf(model, items);
  if (points.values.some((value) => value !== points.values[0])) return points;
  throw new HomebodyError('model/unsupported', `${model.name} knows nothing of single items.`, {
    remedy: 'Look at the map of a model that learns from who took what.',
    detail: { model: model.name },
  });
}

function isTable({ shape, values }: CheckpointTensor, itemCount: number): boolean {
  return values instanceof Float32Array && shape.length === 2 && shape[0] === itemCount && shape[1]! > 1;
}

function rowsOf({ shape, values }: CheckpointTensor, items: Int32Array, itemCount: number): ItemPoints {
  const dim = shape[1]!;
  const square = dim === itemCount;
  const width = square ? items.length : dim;
  const rows = new Float32Array(items.length * width);
  items.forEach((item, row) => {
    if (square) items.forEach((other, i) => (rows[row * width + i] = values[item * dim + other]!));
    else rows.set(values.subarray(item * dim, (item + 1) * dim), row * width);
  });
  return { source: square ? 'weights' : 'embeddings', count: items.length, width, values: rows };
}

function likenessOf(model: Recommender, items: Int32Array): ItemPoints {
  const width = items.length;
  const rows = new Float32Array(width * width);
  items.forEach((item, row) => {
    items.forEach((other, i) => {
      if (i !== row) rows[row * width + i] = model.similarity(item, other);
    });
  });
  return { source: 'weights', count: width, width, values: rows };
}
