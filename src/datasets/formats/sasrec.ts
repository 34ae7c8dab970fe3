import { nameOf, onlyOne } from './choose-file.ts';
import type { DatasetFile } from '../files/dataset-file.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import { peek } from './peek.ts';
import type { Reader } from './reader.ts';

/**
 * Sequences as SASRec and BERT4Rec have them: `user item`, one blank between, no header, no times; the rows
 * of a user stand in the order of time.
 */
export const sasRec: Reader = {
  accepts: 'SASRec sequences (lines "user item")',
  async recognise(files) {
    const logs: DatasetFile[] = [];
    for (const file of files) {
      if (!/(\.(txt|seq|log)|^[^.]+)$/i.test(file.name)) continue;
      const glimpse = await peek(file);
      if (glimpse.kind !== 'text' || glimpse.lines.length === 0) continue;
      if (glimpse.lines.every((line) => /^\d+ \d+\s*$/.test(line))) logs.push(file);
    }
    const log = onlyOne(logs);
    if (log === null) return null;
    return {
      format: 'SASRec sequences',
      name: nameOf(log, log.name.replace(/\.[a-z]+$/i, '')),
      files: [log],
      async read(desk) {
        const sink = newSink();
        const dialect = { separator: ' ', quotes: false, header: false } as const;
        const { rows: rowsRead } = await readLogTable(
          desk,
          log,
          { ...dialect, user: 0, item: 1, value: -1, at: -1, atIs: 'clock' },
          sink,
        );
        return rawLogOf(sink, { rowsRead, times: 'none', rated: false }, null);
      },
    };
  },
};
