/** What a command has of the world outside: where it prints, how it is stopped, what time it is. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** True when a person watches stderr: then progress is shown. */
  readonly watched: boolean;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  /** A monotonic clock, ms. */
  now(): number;
  /** ms since the epoch. */
  today(): number;
}

/** One command, ready to run. @throws UsageError, HomebodyError */
export type Command = (args: readonly string[], terminal: Terminal) => Promise<void>;
