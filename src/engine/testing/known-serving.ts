import type { ModelFacts } from '../../domain/training.ts';
import { createReferenceHome } from '../../kernels/reference-home.ts';
import { referenceGramian } from '../../kernels/gramian/reference.ts';
import { IALS } from '../models/ials.ts';
import { ialsConfig } from '../models/ials-config.ts';
import { Popularity } from '../models/popularity.ts';
import type { ServingModel } from '../serving/serving-model.ts';
import { servingModel } from '../serving/serving-model.ts';

export interface KnownServing {
  /** One row an item, all of one width of at least four. */
  readonly embeddings: readonly (readonly number[])[];
  /** How many like each item. Default: none. */
  readonly counts?: readonly number[];
  /** Complements of some items, best first, at most eight. */
  readonly complements?: Readonly<Record<number, readonly number[]>>;
}

const PER_ITEM = 8;

/** What answers for a catalogue whose embeddings a test has written down. */
export function knownServing({ embeddings, counts, complements = {} }: KnownServing): ServingModel {
  const home = createReferenceHome();
  const itemCount = embeddings.length;
  const dim = embeddings[0]!.length;
  const values = Float32Array.from(embeddings.flat());
  const gramian = new Float32Array(dim * dim);
  referenceGramian(values, itemCount, dim, gramian);
  const config = ialsConfig({ dim });
  const model = IALS.load(
    {
      name: 'ials',
      config,
      tensors: {
        item_embeddings: { shape: [itemCount, dim], values },
        gramian: { shape: [dim, dim], values: gramian },
      },
    },
    home,
  );
  const popularity = new Popularity();
  popularity.settle(Float32Array.from(counts ?? embeddings.map(() => 0)), 100);
  const items = new Int32Array(itemCount * PER_ITEM).fill(-1);
  const scores = new Float32Array(itemCount * PER_ITEM);
  for (const [item, others] of Object.entries(complements)) {
    others.forEach((other, place) => {
      items[Number(item) * PER_ITEM + place] = other;
      scores[Number(item) * PER_ITEM + place] = 100 - place;
    });
  }
  const facts: ModelFacts = {
    id: 'known',
    name: 'ials',
    config: { ...config },
    home: home.name,
    threads: 1,
    trainedAt: 0,
    trainMs: 0,
    userCount: 100,
    itemCount,
    interactionCount: 0,
    losses: [],
    quality: null,
  };
  return servingModel(popularity, {
    model,
    learnsOrder: false,
    facts,
    complements: { perItem: PER_ITEM, items, scores },
  });
}
