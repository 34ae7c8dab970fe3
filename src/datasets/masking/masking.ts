import type { IdentifierKind, MaskedColumn } from '../../domain/cleaning.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import type { Dialect } from '../formats/text/record-scanner.ts';
import { DroppedColumns } from './dropped-columns.ts';
import { kindOfColumn } from './kind-of-column.ts';
import { sampleColumns } from './sample-columns.ts';
import type { SampledColumn } from './sample-columns.ts';
import { scrubText } from './scrub-text.ts';

/** Where in the files something was found. */
export type Place = Pick<MaskedColumn, 'file' | 'column' | 'place'>;

/** A table that was looked at: its columns' places, and those of them that are dropped. */
export interface LookedAt {
  readonly places: readonly Place[];
  readonly dropped: DroppedColumns;
}

/** Kinds that a table of items is looked through for: its names, texts and towns are of things, not of people. */
const KINDS_OF_ITEMS: ReadonlySet<IdentifierKind> = new Set(['email', 'phone', 'card', 'iban']);

type TableShape = Dialect & { readonly header: boolean };
type LogColumnPlaces = Readonly<Record<'user' | 'item' | 'value' | 'at', number>>;

/** What was recognised in one import, and what became of it. */
export class Masking {
  readonly #found = new Map<string, { -readonly [K in keyof MaskedColumn]: MaskedColumn[K] }>();
  /** Of the log's first table. */
  #users: (Place & { readonly kind: IdentifierKind }) | undefined;
  #items: Place | undefined;

  /** Where the log has its users, and what they are named by. */
  get users(): Place & { readonly kind: IdentifierKind } {
    return this.#users ?? { file: '', column: '', place: 1, kind: 'user' };
  }

  get items(): Place {
    return this.#items ?? { file: '', column: '', place: 2 };
  }

  /** Looks at a log's beginning: its users, and which of its other columns identify people. */
  async lookAtLog(file: DatasetFile, shape: TableShape & LogColumnPlaces): Promise<LookedAt> {
    const sample = await sampleColumns(file, shape);
    if (!this.#users) {
      const kind = kindOfColumn('', sample[shape.user]?.values ?? []);
      this.#users = {
        ...placeOf(file, sample, shape.user),
        kind: kind === 'text' ? 'user' : (kind ?? 'user'),
      };
      this.#items = placeOf(file, sample, shape.item);
    }
    return lookedAt(file, sample, [shape.user, shape.item, shape.value, shape.at], () => true);
  }

  /** The same for a table of items, of which the columns `read` are kept. */
  async lookAtItems(
    file: DatasetFile,
    shape: TableShape & { readonly read: readonly number[] },
  ): Promise<LookedAt> {
    const sample = await sampleColumns(file, shape);
    return lookedAt(file, sample, shape.read, (kind) => KINDS_OF_ITEMS.has(kind));
  }

  /** Once a table is read to its end. */
  addDropped({ places, dropped }: LookedAt): void {
    dropped.tell((column, kind, count) => this.add(places[column]!, kind, 'dropped', count));
  }

  /** A kept text without what identifies people; each piece is counted as dropped at its place. */
  scrub(text: string, place: Place): string {
    const { text: scrubbed, kinds } = scrubText(text);
    for (const kind of kinds) this.add(place, kind, 'dropped', 1);
    return scrubbed;
  }

  add(
    { file, column, place }: Place,
    kind: IdentifierKind,
    action: MaskedColumn['action'],
    count: number,
  ): void {
    if (count === 0) return;
    const key = JSON.stringify([file, place, kind, action]);
    const known = this.#found.get(key);
    if (known) known.count += count;
    else this.#found.set(key, { file, column, place, kind, action, count });
  }

  /** In the order of files as they were first looked at, then of columns. */
  report(): MaskedColumn[] {
    const files = [...new Set([...this.#found.values()].map(({ file }) => file))];
    return [...this.#found.values()].sort(
      (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.place - b.place,
    );
  }
}

function lookedAt(
  file: DatasetFile,
  sample: readonly SampledColumn[],
  read: readonly number[],
  matters: (kind: IdentifierKind) => boolean,
): LookedAt {
  const found: { column: number; kind: IdentifierKind }[] = [];
  sample.forEach(({ name, values }, column) => {
    const kind = read.includes(column) ? null : kindOfColumn(name, values);
    if (kind !== null && matters(kind)) found.push({ column, kind });
  });
  return {
    places: sample.map((_, column) => placeOf(file, sample, column)),
    dropped: new DroppedColumns(found),
  };
}

function placeOf(file: DatasetFile, sample: readonly SampledColumn[], column: number): Place {
  return { file: file.path, column: sample[column]?.name ?? '', place: column + 1 };
}
