import type { EmbeddingMoment, MappedCatalogue } from '../constellation/sender.ts';
import { epochsOf } from '../training/train-model.ts';
import type { HeldCatalogue } from './held-catalogue.ts';
import type { ServingModel } from './serving-model.ts';

/** A catalogue as the constellation sees it. */
export function mappedCatalogue({ facts, serving }: HeldCatalogue): MappedCatalogue {
  return { facts, stored: finished(serving.value) };
}

/** `save` hands the model's own arrays out; nothing is copied. Null for a model without embeddings of its items. */
function finished({ popularity, trained }: ServingModel): EmbeddingMoment | null {
  const embeddings = trained?.model.save(false).tensors['item_embeddings'];
  if (!trained || !embeddings || !(embeddings.values instanceof Float32Array)) return null;
  const epochs = epochsOf(trained.facts.config);
  return {
    epoch: epochs,
    epochs,
    dim: embeddings.shape[1]!,
    itemEmbeddings: embeddings.values,
    popular: (k) => popularity.walk(k, new Set()),
  };
}
