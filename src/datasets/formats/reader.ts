import type { DatasetFile } from '../files/dataset-file.ts';
import type { ReadingDesk } from './reading-desk.ts';
import type { RawLog } from './raw-log.ts';

/** What a reader found among the files, ready to be read. */
export interface ReadPlan {
  /** The format's name for the report, e.g. 'MovieLens 100K'. */
  readonly format: string;
  /** A name for the catalogue. */
  readonly name: string;
  /** The files that will be read. */
  readonly files: readonly DatasetFile[];
  read(desk: ReadingDesk): Promise<RawLog>;
}

/** One family of formats. A new importer is a file with one of these, added to `READERS`. */
export interface Reader {
  /** What it takes, for the message that says what is accepted. */
  readonly accepts: string;
  /**
   * Looks at names, and at beginnings where needed; null when none of the files is meant for it.
   * @throws 'import/missing-file' when a file that the others need is not there; 'import/unknown-format' when
   * a file bears the format's name but cannot be of it
   */
  recognise(files: readonly DatasetFile[]): Promise<ReadPlan | null>;
}
