import { HomebodyError } from '../../domain/errors.ts';
import type { ItemFacts } from '../../domain/interactions.ts';
import type { ItemMap, ItemMapRequest } from '../../domain/lab.ts';
import { createRng } from '../../domain/rng.ts';
import { fitToFrame } from '../constellation/fit-to-frame.ts';
import type { ConstellationSink } from '../constellation/sender.ts';
import type { Popularity } from '../models/popularity.ts';
import type { Recommender } from '../models/recommender.ts';
import type { Pacer } from '../training/pacer.ts';
import { inTurns } from '../training/steps.ts';
import { itemPoints } from './item-points.ts';
import { principalAxesSteps } from './principal-axes.ts';

const MOST_POINTS = 4000;
/** What the layout goes by, of points that are wider: distances beyond so many axes are mostly noise. */
const LAYOUT_WIDTH = 48;

/** What a map is drawn of. */
export interface Mapped {
  readonly model: Recommender;
  readonly popularity: Popularity;
  readonly facts: ItemFacts;
}

/** @throws 'argument/range', 'model/unsupported' for a model that knows nothing of single items */
export async function mapItems(request: ItemMapRequest, mapped: Mapped, pacer: Pacer): Promise<ItemMap> {
  const { catalogue, run, seed } = request;
  const items = chosenItems(request, mapped);
  const points = itemPoints(mapped.model, items);
  await pacer.breathe();
  const axes = await inTurns(principalAxesSteps(points, 2, createRng(seed).fork('lab map')), pacer);
  return {
    catalogue,
    run,
    source: points.source,
    items,
    department: items.map((item) => mapped.facts.department[item]!),
    positions: fitToFrame(axes.positions),
    explained: [axes.explained[0]!, axes.explained[1]!],
  };
}

/** Sends the same items, by their full width, to be laid out. @throws as `mapItems` */
export async function sendItems(
  request: ItemMapRequest,
  mapped: Mapped,
  sink: ConstellationSink,
  pacer: Pacer,
): Promise<void> {
  const { catalogue, seed } = request;
  const items = chosenItems(request, mapped);
  const points = itemPoints(mapped.model, items);
  await pacer.breathe();
  const narrow =
    points.width > LAYOUT_WIDTH
      ? await inTurns(principalAxesSteps(points, LAYOUT_WIDTH, createRng(seed).fork('lab map')), pacer)
      : null;
  const department = items.map((item) => mapped.facts.department[item]!);
  sink.send({ kind: 'run', catalogue, items, department, seed, training: false });
  sink.send({
    kind: 'snapshot',
    epoch: 1,
    epochs: 1,
    dim: narrow ? LAYOUT_WIDTH : points.width,
    embeddings: narrow ? narrow.positions : points.values.slice(),
  });
  sink.send({ kind: 'rest' });
}

/** The most popular rows and those asked for besides, each once, ascending. */
function chosenItems(
  { points, also }: ItemMapRequest,
  { popularity, facts }: Mapped,
): Int32Array<ArrayBuffer> {
  if (!(Number.isInteger(points) && points >= 1 && points <= MOST_POINTS)) {
    throw new HomebodyError('argument/range', `points must be an integer from 1 to ${MOST_POINTS}.`, {
      detail: { field: 'points', value: points },
    });
  }
  const known = also.filter((item) => Number.isInteger(item) && item >= 0 && item < facts.itemCount);
  return Int32Array.from(new Set([...popularity.walk(points, new Set()), ...known])).sort();
}
