import { HomebodyError } from '../../domain/errors.ts';
import type { ModelConfig } from '../../domain/settings.ts';
import type { ModelFacts } from '../../domain/training.ts';
import type { Complements } from '../complements/complements.ts';
import type { SavedModel } from '../models/recommender.ts';
import { requireTensor } from './require-tensor.ts';
import { decodeSafetensors, encodeSafetensors } from './safetensors.ts';

/** All that serving needs of a finished training. */
export interface ModelCheckpoint {
  readonly facts: ModelFacts;
  /** Of the catalogue it was trained on (`fingerprintOf`, or whatever else the caller ties models by). */
  readonly fingerprint: string;
  readonly model: SavedModel;
  /** Users who like each item. Float32[itemCount]. */
  readonly popularity: Float32Array<ArrayBuffer>;
  readonly complements: Complements;
  /** Ids by row, where the file must stand alone (the command line); absent in the vault. */
  readonly itemIds?: readonly string[];
  /** Titles by row, in the same case, where the data have any. */
  readonly itemTitles?: readonly string[];
}

/** No part of the model. `popularity` is, where the model is popularity: the same numbers. */
const OWN_TENSORS = ['complement_items', 'complement_scores'] as const;

export function encodeModel(checkpoint: ModelCheckpoint): Uint8Array<ArrayBuffer> {
  const { facts, fingerprint, model, popularity, complements, itemIds, itemTitles } = checkpoint;
  const places = [facts.itemCount, complements.perItem];
  return encodeSafetensors({
    metadata: {
      kind: 'model',
      model: model.name,
      config: JSON.stringify(model.config),
      seed: seedText(facts.config),
      fingerprint,
      facts: JSON.stringify(facts),
      ...(itemIds ? { item_ids: JSON.stringify(itemIds) } : {}),
      ...(itemTitles ? { item_titles: JSON.stringify(itemTitles) } : {}),
    },
    tensors: {
      ...model.tensors,
      popularity: { shape: [facts.itemCount], values: popularity },
      complement_items: { shape: places, values: complements.items },
      complement_scores: { shape: places, values: complements.scores },
    },
  });
}

/**
 * `fingerprint`: what the catalogue at hand has; left out, any will do.
 * @throws 'checkpoint/format', 'checkpoint/version', 'checkpoint/mismatch'
 */
export function decodeModel(bytes: Uint8Array<ArrayBuffer>, fingerprint?: string): ModelCheckpoint {
  const { tensors, metadata } = decodeSafetensors(bytes);
  requireKind(metadata, 'model');
  requireFingerprint(metadata, fingerprint);
  const facts = readFacts(metadata);
  const items = requireTensor(tensors, 'complement_items', 'I32', [facts.itemCount, null]);
  const perItem = items.shape[1]!;
  const model = Object.entries(tensors).filter(([name]) => !OWN_TENSORS.some((own) => own === name));
  return {
    facts,
    fingerprint: metadata['fingerprint'] ?? '',
    model: {
      name: metadata['model'] ?? '',
      config: metadataJson(metadata, 'config'),
      tensors: Object.fromEntries(model),
    },
    popularity: requireTensor(tensors, 'popularity', 'F32', [facts.itemCount]).values,
    complements: {
      perItem,
      items: items.values,
      scores: requireTensor(tensors, 'complement_scores', 'F32', [facts.itemCount, perItem]).values,
    },
    ...('item_ids' in metadata ? { itemIds: textsByRow(metadata, 'item_ids', facts.itemCount) } : {}),
    ...('item_titles' in metadata
      ? { itemTitles: textsByRow(metadata, 'item_titles', facts.itemCount) }
      : {}),
  };
}

/** For whoever reads the header; empty for a model without chance. */
export function seedText({ seed }: ModelConfig): string {
  return typeof seed === 'number' ? String(seed) : '';
}

/** @throws 'checkpoint/format' for another kind of checkpoint. */
export function requireKind(metadata: Readonly<Record<string, string>>, kind: 'model' | 'training'): void {
  if (metadata['kind'] === kind) return;
  throw new HomebodyError('checkpoint/format', `This checkpoint is not a ${kind} checkpoint.`, {
    detail: { expected: kind, found: metadata['kind'] ?? null },
  });
}

/** @throws 'checkpoint/mismatch' for a checkpoint of another catalogue. */
export function requireFingerprint(metadata: Readonly<Record<string, string>>, expected?: string): void {
  if (expected === undefined || metadata['fingerprint'] === expected) return;
  throw new HomebodyError('checkpoint/mismatch', 'The stored model belongs to another catalogue.', {
    remedy: 'Train on this catalogue.',
    detail: { expected, found: metadata['fingerprint'] ?? null },
  });
}

/** @throws 'checkpoint/format' when it is missing or not JSON. */
export function metadataJson(metadata: Readonly<Record<string, string>>, name: string): unknown {
  const text = metadata[name];
  try {
    if (text !== undefined) return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new HomebodyError('checkpoint/format', `The checkpoint's ${name} is not JSON.`, { cause });
  }
  throw new HomebodyError('checkpoint/format', `The checkpoint has no ${name}.`);
}

/** Those written before every pass was told of hold `finalLoss`, that of the last one. */
type StoredFacts = Omit<ModelFacts, 'losses'> & {
  readonly losses?: readonly number[];
  readonly finalLoss?: number | null;
};

function readFacts(metadata: Readonly<Record<string, string>>): ModelFacts {
  const { finalLoss, ...stored } = metadataJson(metadata, 'facts') as StoredFacts;
  return { ...stored, losses: stored.losses ?? (typeof finalLoss === 'number' ? [finalLoss] : []) };
}

/** One text per item. @throws 'checkpoint/format' */
function textsByRow(
  metadata: Readonly<Record<string, string>>,
  name: string,
  itemCount: number,
): readonly string[] {
  const texts = metadataJson(metadata, name);
  if (Array.isArray(texts) && texts.length === itemCount) return texts as readonly string[];
  throw new HomebodyError('checkpoint/format', `The checkpoint's ${name} are not one per item.`, {
    detail: { name, itemCount },
  });
}
