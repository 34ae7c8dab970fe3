import { HomebodyError } from '../../domain/errors.ts';
import type { CatalogueId } from '../../domain/ids.ts';
import type { Promotion, Promotions } from '../../domain/lab.ts';
import type { ModelFacts } from '../../domain/training.ts';
import { decodeModel } from '../checkpoint/model-checkpoint.ts';
import type { DatasetSource } from '../serving/dataset-source.ts';
import type { RecommenderSession } from '../serving/session.ts';
import type { LabSource } from './lab-source.ts';
import type { RunShelf } from './run-shelf.ts';

const PROMOTION = 'promotion';
/** Promotions that stand, of which the model before is kept. */
const KEPT = 3;

interface Kept {
  readonly id: string;
  readonly promotion: Promotion;
}

/** Which run's model came to serve when, and the way back. Each keeps the model that was there before it. */
export class PromotionBook {
  readonly #source: LabSource & Pick<DatasetSource, 'loadCheckpoint'>;
  readonly #session: RecommenderSession;
  readonly #runs: RunShelf;

  constructor(
    source: LabSource & Pick<DatasetSource, 'loadCheckpoint'>,
    session: RecommenderSession,
    runs: RunShelf,
  ) {
    this.#source = source;
    this.#session = session;
    this.#runs = runs;
  }

  async read(catalogue: CatalogueId): Promise<Promotions> {
    const current = await this.#current(catalogue);
    const kept = await this.#kept(catalogue);
    const standing = standingOf(kept, current);
    const runs = await this.#runs.list(catalogue);
    return {
      current,
      run: runs.find(({ id }) => id === standing?.promotion.run)?.id ?? null,
      back: standing && { model: standing.promotion.before },
      history: kept.map(({ promotion }) => promotion),
    };
  }

  /**
   * The way back is kept first, so that no model is lost where there is no room for both.
   * @throws 'lab/unknown-run', 'checkpoint/…', and what the vault throws; then the same model serves as before
   */
  async promote(catalogue: CatalogueId, run: string, at: number): Promise<Promotions> {
    await this.#runs.get(catalogue, run);
    const bytes = await this.#runs.model(catalogue, run);
    const before = await this.#current(catalogue);
    const bytesBefore = before && (await this.#source.loadCheckpoint(catalogue, 'model'));
    const { facts: model } = decodeModel(bytes);
    const promotion: Promotion = { at, run, model, before, rolledBackAt: null };
    const parts = bytesBefore ? { before: bytesBefore } : {};
    const id = await this.#source.addLabRecord(catalogue, PROMOTION, promotion, parts);
    try {
      await this.#session.adopt(catalogue, bytes);
    } catch (error) {
      await this.#source.removeLabRecord(catalogue, id);
      throw error;
    }
    await this.#forgetOld(catalogue);
    return this.read(catalogue);
  }

  /** @throws 'model/none' where no promotion stands; 'checkpoint/…', and then nothing has changed */
  async rollBack(catalogue: CatalogueId, at: number): Promise<Promotions> {
    const standing = standingOf(await this.#kept(catalogue), await this.#current(catalogue));
    if (!standing) {
      throw new HomebodyError('model/none', 'There is no model to go back to.', {
        remedy: 'Promote a run, or train again.',
      });
    }
    const { id, promotion } = standing;
    const bytes = promotion.before && (await this.#source.labPart(catalogue, id, 'before'));
    await this.#session.adopt(catalogue, bytes);
    // Its model serves again: it need not be kept here.
    await this.#source.addLabRecord(catalogue, PROMOTION, { ...promotion, rolledBackAt: at }, {});
    await this.#source.removeLabRecord(catalogue, id);
    return this.read(catalogue);
  }

  async #current(catalogue: CatalogueId): Promise<ModelFacts | null> {
    return (await this.#session.openCatalogue(catalogue)).model;
  }

  /** Newest first. */
  async #kept(catalogue: CatalogueId): Promise<readonly Kept[]> {
    return (await this.#source.labRecords(catalogue))
      .filter(({ kind }) => kind === PROMOTION)
      .map(({ id, value }) => ({ id, promotion: value as Promotion }))
      .toSorted((a, b) => b.promotion.at - a.promotion.at);
  }

  /** Of a promotion that lies far back the model before is let go of, and with it the way back. */
  async #forgetOld(catalogue: CatalogueId): Promise<void> {
    const standing = (await this.#kept(catalogue)).filter(({ promotion }) => promotion.rolledBackAt === null);
    for (const { id } of standing.slice(KEPT)) await this.#source.removeLabRecord(catalogue, id);
  }
}

/** The newest promotion that stands, if its model serves: after a training there is nothing to go back to. */
function standingOf(kept: readonly Kept[], current: ModelFacts | null): Kept | null {
  const newest = kept.find(({ promotion }) => promotion.rolledBackAt === null);
  return newest && newest.promotion.model.id === current?.id ? newest : null;
}
