import type { ImportedDataset } from '../../../datasets/read-dataset.ts';
import { fingerprintOf } from '../../../engine/checkpoint/fingerprint.ts';
import { encodeModel } from '../../../engine/checkpoint/model-checkpoint.ts';
import type { TrainedModel } from '../../../engine/training/train-model.ts';

/** Titles are a comfort: beyond so many characters they stay out of the file. */
const MAX_TITLE_CHARACTERS = 16_000_000;

/** A model that stands alone: with the ids of its rows, and with titles where the data have any. */
export function checkpointBytes(trained: TrainedModel, dataset: ImportedDataset): Uint8Array<ArrayBuffer> {
  const { items, itemFacts } = dataset;
  const titles = items.map((item) => item.title);
  const named = items.some((item) => item.title !== item.id);
  const characters = titles.reduce((sum, title) => sum + title.length, 0);
  return encodeModel({
    facts: trained.facts,
    fingerprint: fingerprintOf(itemFacts),
    // Users are folded in by their history; who they were does not leave with the model.
    model: trained.model.save(false),
    popularity: trained.popularity.counts,
    complements: trained.complements,
    itemIds: items.map((item) => item.id),
    ...(named && characters <= MAX_TITLE_CHARACTERS ? { itemTitles: titles } : {}),
  });
}
