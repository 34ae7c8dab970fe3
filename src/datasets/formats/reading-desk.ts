import { BadRowList } from '../cleaning/bad-row-list.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import type { ImportMeter } from '../files/import-meter.ts';
import { Masking } from '../masking/masking.ts';
import { RecordScanner } from './text/record-scanner.ts';
import type { Dialect, RecordHandler } from './text/record-scanner.ts';

/** What was read of one file, for the report. `bytes` are unpacked ones, `rows` those without the header. */
export interface FileTally {
  readonly name: string;
  bytes: number;
  rows: number;
}

/** The state of one import that its readers share. */
export class ReadingDesk {
  readonly meter: ImportMeter;
  readonly maxRows: number;
  readonly badRows: BadRowList = new BadRowList();
  readonly tallies: FileTally[] = [];
  readonly masking: Masking = new Masking();

  constructor(meter: ImportMeter, maxRows: number) {
    this.meter = meter;
    this.maxRows = maxRows;
  }

  /** Runs a whole file through a handler, with progress and turns. The handler counts `tally.rows`. */
  async scan(
    file: DatasetFile,
    dialect: Dialect,
    handlerOf: (tally: FileTally) => RecordHandler,
  ): Promise<FileTally> {
    const tally: FileTally = { name: file.path, bytes: 0, rows: 0 };
    this.tallies.push(tally);
    const scanner = new RecordScanner(dialect, handlerOf(tally));
    this.meter.enter('reading', file.name);
    let rows = 0;
    for await (const chunk of file.chunks()) {
      scanner.push(chunk);
      tally.bytes += chunk.length;
      this.meter.tookRows(tally.rows - rows);
      rows = tally.rows;
      await this.meter.work(chunk.length);
    }
    scanner.end();
    this.meter.tookRows(tally.rows - rows);
    return tally;
  }
}
