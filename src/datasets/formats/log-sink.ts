import type { Item } from '../../domain/item.ts';
import type { RawLog } from './raw-log.ts';
import { RowBuffer } from './row-buffer.ts';
import { IdTable } from './text/id-table.ts';

/** Where the rows of a log gather. */
export interface LogSink {
  readonly users: IdTable;
  readonly items: IdTable;
  readonly rows: RowBuffer;
}

export function newSink(): LogSink {
  return { users: new IdTable(), items: new IdTable(), rows: new RowBuffer() };
}

export function rawLogOf(
  sink: LogSink,
  facts: Pick<RawLog, 'rowsRead' | 'times' | 'rated' | 'ncf'>,
  catalogue: ReadonlyMap<string, Item> | null,
): RawLog {
  return { ...sink, catalogue: catalogue ?? new Map(), ...facts };
}
