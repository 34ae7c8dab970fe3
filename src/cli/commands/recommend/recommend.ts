import { readFile } from 'node:fs/promises';
import { createReferenceHome } from '../../../kernels/reference-home.ts';
import { decodeModel } from '../../../engine/checkpoint/model-checkpoint.ts';
import { storedModelKind } from '../../../engine/models/registry.ts';
import type { CommandSpec } from '../../arguments/option-spec.ts';
import type { ParsedOptions } from '../../arguments/parsed-options.ts';
import { parseOptions } from '../../arguments/parsed-options.ts';
import type { Terminal } from '../../terminal.ts';
import { ItemNames } from './item-names.ts';
import { recommendationText } from './recommendation-text.ts';
import { MAX_RECOMMENDATIONS, recommendFrom } from './recommend-from.ts';

const DEFAULT_K = 10;

export const RECOMMEND: CommandSpec = {
  name: 'recommend',
  summary: 'recommends by a history, and says which part of it speaks for each item, where the model knows',
  options: {
    model: { value: 'FILE', help: 'a model that `train` wrote', required: true },
    history: {
      value: 'ID,ID,…',
      help: 'item ids that the person likes, oldest first',
      required: true,
      many: true,
    },
    k: { value: 'N', help: `items to recommend, 1 to ${MAX_RECOMMENDATIONS}`, default: String(DEFAULT_K) },
    json: { value: null, help: 'print one JSON object, and nothing else' },
    help: { value: null, help: 'print this' },
  },
  examples: ['npm run --silent cli -- recommend --model model.safetensors --history 260,1196 --k 5'],
};

export async function recommend(args: readonly string[], terminal: Terminal): Promise<void> {
  const options = parseOptions(RECOMMEND, args);
  const path = options.requiredText('model', 'the file that `train` wrote');
  const ids = readHistory(options);
  const k = options.integer('k', 1, MAX_RECOMMENDATIONS) ?? DEFAULT_K;

  const checkpoint = decodeModel(await readModel(path, options));
  const names = new ItemNames(checkpoint);
  const history = names.rowsOf(ids);
  // One history is too little work for threads or a GPU to be worth their start.
  const home = createReferenceHome();
  try {
    const model = storedModelKind(checkpoint.model.name).load(checkpoint.model, home);
    const answer = await recommendFrom(model, history, k, names);
    model.release();
    const { facts } = checkpoint;
    const report = { model: { id: facts.id, name: facts.name, config: facts.config }, ...answer };
    terminal.out(options.flag('json') ? `${JSON.stringify(report)}\n` : recommendationText(answer));
  } finally {
    home.dispose();
  }
}

/** @throws UsageError without a single id. */
function readHistory(options: ParsedOptions): readonly string[] {
  options.requiredText('history', 'the ids of items that the person likes, separated by commas');
  const ids = options
    .texts('history')
    .flatMap((text) => text.split(','))
    .map((id) => id.trim())
    .filter((id) => id !== '');
  if (ids.length === 0) throw options.error('--history holds no id.');
  return ids;
}

/** @throws UsageError when there is no such file. */
async function readModel(path: string, options: ParsedOptions): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return Uint8Array.from(await readFile(path));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') throw options.error(`--model: there is no file "${path}".`);
    if (code === 'EISDIR') throw options.error(`--model: "${path}" is a folder, not a model.`);
    throw error;
  }
}
