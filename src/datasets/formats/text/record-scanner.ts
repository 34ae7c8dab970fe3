/** How the fields of a text file are told apart. */
export interface Dialect {
  /** One or two ASCII characters. */
  readonly separator: string;
  /** Whether a field may be in double quotes, with `""` for a quote and line ends inside (RFC 4180). */
  readonly quotes: boolean;
  /** Fields of a row beyond this many are not looked at. Default 64. */
  readonly maxFields?: number;
}

export interface RecordHandler {
  /**
   * A row that is not blank. Field f lies in bytes `bounds[2f]` … `bounds[2f + 1]` − 1 of `buffer`, blanks
   * around it cut off. Both arrays are only lent. `line`: 1-based line in which the row begins.
   */
  record(buffer: Uint8Array, bounds: Int32Array, fields: number, line: number): void;
  /** A line whose quotes do not pair, or without an end; reading goes on after it. The text is only lent. */
  malformed(text: Uint8Array, line: number): void;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const QUOTE = 34;
/** A row, quoted line ends included, is never longer: an unpaired quote must not swallow a whole file. */
const MAX_RECORD_BYTES = 256 * 1024;
/** Answers of `#quoted` beside a position. */
const INCOMPLETE = -1;
const UNPAIRED = -2;

/** Cuts a stream of bytes into rows and fields without making strings. Skips a byte-order mark and blank lines. */
export class RecordScanner {
  readonly #handler: RecordHandler;
  readonly #separator: number;
  /** Second byte of the separator, −1 when it has one. */
  readonly #second: number;
  readonly #quotes: boolean;
  readonly #bounds: Int32Array;
  #buffer = new Uint8Array(128 * 1024);
  #length = 0;
  #line = 1;
  #begun = false;
  /** Inside a line that was too long; what is left of it is dropped. */
  #skipping = false;
  /** Fields of the current quoted row, quotes resolved. */
  #unquoted = new Uint8Array(1024);
  #fields = 0;
  #quotedLines = 0;

  constructor(dialect: Dialect, handler: RecordHandler) {
    this.#handler = handler;
    this.#separator = dialect.separator.charCodeAt(0);
    this.#second = dialect.separator.length > 1 ? dialect.separator.charCodeAt(1) : -1;
    this.#quotes = dialect.quotes;
    this.#bounds = new Int32Array(2 * (dialect.maxFields ?? 64));
  }

  push(chunk: Uint8Array): void {
    if (this.#length + chunk.length > this.#buffer.length) {
      const grown = new Uint8Array(2 * (this.#length + chunk.length));
      grown.set(this.#buffer.subarray(0, this.#length));
      this.#buffer = grown;
    }
    this.#buffer.set(chunk, this.#length);
    this.#length += chunk.length;
    this.#scan(false);
  }

  /** The last line may lack its line end. */
  end(): void {
    this.#scan(true);
  }

  #scan(final: boolean): void {
    const buffer = this.#buffer;
    const length = this.#length;
    let start = 0;
    if (!this.#begun) {
      if (length < 3 && !final) return;
      if (buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf && length >= 3) start = 3;
      this.#begun = true;
    }
    if (this.#skipping) {
      const found = buffer.subarray(0, length).indexOf(LINE_FEED);
      this.#skipping = found < 0;
      start = found < 0 ? length : found + 1;
      if (found >= 0) this.#line++;
    }
    while (start < length) {
      const end = this.#plain(start, length);
      if (end >= 0) {
        if (end === length && !final) {
          if (length - start < MAX_RECORD_BYTES) break;
          this.#handler.malformed(buffer.subarray(start, end), this.#line);
          this.#skipping = true;
          start = length;
          break;
        }
        this.#emit(buffer);
        this.#line++;
        start = end + 1;
        continue;
      }
      const quotedEnd = this.#quoted(start, length, final);
      if (quotedEnd === INCOMPLETE && length - start < MAX_RECORD_BYTES) break;
      if (quotedEnd >= 0) {
        this.#emit(this.#unquoted);
        this.#line += this.#quotedLines;
        start = quotedEnd + 1;
      } else {
        const found = buffer.indexOf(LINE_FEED, start);
        const lineEnd = found < 0 || found > length ? length : found;
        const textEnd = buffer[lineEnd - 1] === CARRIAGE_RETURN ? lineEnd - 1 : lineEnd;
        this.#handler.malformed(buffer.subarray(start, textEnd), this.#line);
        this.#line++;
        start = lineEnd + 1;
      }
    }
    const rest = Math.min(start, length);
    buffer.copyWithin(0, rest, length);
    this.#length = length - rest;
  }

  /**
   * Finds the fields of the row at `start`: the hot loop, one pass over the bytes. Returns where the row ends
   * (its line feed, or `length`), or −1 when a field begins with a quote.
   */
  #plain(start: number, length: number): number {
    const buffer = this.#buffer;
    const bounds = this.#bounds;
    const separator = this.#separator;
    const second = this.#second;
    const quotes = this.#quotes;
    let bound = 0;
    let fieldStart = start;
    let i = start;
    for (; i < length; i++) {
      const byte = buffer[i]!;
      if (byte === LINE_FEED) break;
      if (byte === separator && (second < 0 || (i + 1 < length && buffer[i + 1] === second))) {
        if (bound < bounds.length) {
          bounds[bound++] = fieldStart;
          bounds[bound++] = i;
        }
        if (second >= 0) i++;
        fieldStart = i + 1;
      } else if (byte === QUOTE && quotes && i === fieldStart) {
        return -1;
      }
    }
    if (bound < bounds.length) {
      bounds[bound++] = fieldStart;
      bounds[bound++] = Math.max(fieldStart, i > start && buffer[i - 1] === CARRIAGE_RETURN ? i - 1 : i);
    }
    this.#fields = bound >> 1;
    return i;
  }

  /** The same for a row with quotes: copies its fields, resolved, and returns its end. Counts its lines. */
  #quoted(start: number, length: number, final: boolean): number {
    const buffer = this.#buffer;
    const limit = Math.min(length, start + MAX_RECORD_BYTES);
    if (this.#unquoted.length < limit - start) this.#unquoted = new Uint8Array(limit - start);
    const out = this.#unquoted;
    let bound = 0;
    let write = 0;
    let fieldStart = 0;
    this.#quotedLines = 1;
    for (let i = start; ;) {
      if (i < limit && buffer[i] === QUOTE) {
        for (i++; ; i++) {
          if (i >= limit) return final && limit === length ? UNPAIRED : INCOMPLETE;
          const byte = buffer[i]!;
          if (byte === QUOTE) {
            if (i + 1 >= limit && !final) return INCOMPLETE;
            if (i + 1 >= limit || buffer[i + 1] !== QUOTE) break;
            i++;
          } else if (byte === LINE_FEED) {
            this.#quotedLines++;
          }
          out[write++] = byte;
        }
        i++;
        if (i < limit && buffer[i] === CARRIAGE_RETURN) i++;
        if (i < limit && buffer[i] !== LINE_FEED && !this.#separatorAt(i)) return UNPAIRED;
      } else {
        while (i < limit && buffer[i] !== LINE_FEED && !this.#separatorAt(i)) out[write++] = buffer[i++]!;
        if (
          (i >= limit || buffer[i] === LINE_FEED) &&
          write > fieldStart &&
          out[write - 1] === CARRIAGE_RETURN
        )
          write--;
      }
      if (bound < this.#bounds.length) {
        this.#bounds[bound++] = fieldStart;
        this.#bounds[bound++] = write;
      }
      fieldStart = write;
      if (i >= limit && !(final && limit === length)) return INCOMPLETE;
      if (i >= limit || buffer[i] === LINE_FEED) {
        this.#fields = bound >> 1;
        return i;
      }
      i += this.#second < 0 ? 1 : 2;
    }
  }

  #separatorAt(i: number): boolean {
    return this.#buffer[i] === this.#separator && (this.#second < 0 || this.#buffer[i + 1] === this.#second);
  }

  #emit(buffer: Uint8Array): void {
    const bounds = this.#bounds;
    const fields = this.#fields;
    for (let b = 0; b < 2 * fields; b += 2) {
      let from = bounds[b]!;
      let to = bounds[b + 1]!;
      while (from < to && isBlank(buffer[from]!)) from++;
      while (to > from && isBlank(buffer[to - 1]!)) to--;
      bounds[b] = from;
      bounds[b + 1] = to;
    }
    if (fields > 1 || bounds[1]! > bounds[0]!) this.#handler.record(buffer, bounds, fields, this.#line);
  }
}

/** Space or tab (a tab that separates is never inside a field). */
function isBlank(byte: number): boolean {
  return byte === 32 || byte === 9;
}
