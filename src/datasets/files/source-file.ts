/** Bytes that can be streamed from their beginning, any number of times. */
export interface ByteSource {
  stream(): ReadableStream<Uint8Array>;
}

/**
 * A file as the importer takes it. A browser `File` is one; the command line wraps the file system.
 * `name` may carry folders (`ml-1m/ratings.dat`).
 */
export interface SourceFile extends ByteSource {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Bytes `start` … `end` − 1. Where it is missing, a part is read by streaming past what lies before it. */
  slice?(start: number, end: number): ByteSource;
}
