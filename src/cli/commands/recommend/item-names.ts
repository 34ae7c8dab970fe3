import { HomebodyError } from '../../../domain/errors.ts';
import type { ModelCheckpoint } from '../../../engine/checkpoint/model-checkpoint.ts';

/** An item as it is printed: by id, and by title where the model carries titles. */
export interface NamedItem {
  readonly id: string;
  readonly title?: string;
}

/** Between the ids that people give and the rows that the model knows. */
export class ItemNames {
  readonly #ids: readonly string[];
  readonly #titles: readonly string[] | undefined;

  /** @throws 'checkpoint/format' when the model carries no ids. */
  constructor({ itemIds, itemTitles }: Pick<ModelCheckpoint, 'itemIds' | 'itemTitles'>) {
    if (!itemIds) {
      throw new HomebodyError('checkpoint/format', 'This model carries no item ids.', {
        remedy: 'Use a model that the command line has trained.',
      });
    }
    this.#ids = itemIds;
    this.#titles = itemTitles;
  }

  /** @throws 'argument/range' that names every unknown id. */
  rowsOf(ids: readonly string[]): Int32Array<ArrayBuffer> {
    const rows = new Map(this.#ids.map((id, row) => [id, row]));
    const unknown = [...new Set(ids.filter((id) => !rows.has(id)))];
    if (unknown.length > 0) {
      const examples = this.#ids.slice(0, 3).join(', ');
      throw new HomebodyError('argument/range', `--history: the model knows no item ${unknown.join(', ')}.`, {
        remedy: `Ids are those of the data it was trained on, e.g. ${examples}.`,
        detail: { unknown },
      });
    }
    return Int32Array.from(ids, (id) => rows.get(id)!);
  }

  name(row: number): NamedItem {
    const title = this.#titles?.[row];
    return { id: this.#ids[row]!, ...(title === undefined ? {} : { title }) };
  }
}
