import { requireTensor } from '../checkpoint/require-tensor.ts';
import type { EmbeddingMoment, MappedCatalogue } from '../constellation/sender.ts';
import type { HeldCatalogue } from './held-catalogue.ts';
import type { ServingModel } from './serving-model.ts';

/** A catalogue as the constellation sees it. */
export function mappedCatalogue({ facts, serving }: HeldCatalogue): MappedCatalogue {
  return { facts, stored: finished(serving.value) };
}

/** `save` hands the model's own arrays out; nothing is copied. */
function finished({ popularity, trained }: ServingModel): EmbeddingMoment | null {
  if (!trained) return null;
  const { dim, epochs } = trained.facts.config;
  const { tensors } = trained.model.save(false);
  return {
    epoch: epochs,
    epochs,
    dim,
    itemEmbeddings: requireTensor(tensors, 'item_embeddings', 'F32', [null, dim]).values,
    popular: (k) => popularity.walk(k, new Set()),
  };
}
