/** Numbers, money, sizes and times as a language writes them. The one place that asks Intl. */
export interface Formats {
  readonly number: (value: number) => string;
  /** With exactly `digits` decimals. */
  readonly decimal: (value: number, digits: number) => string;
  /** As `decimal`, with the sign always written. */
  readonly signed: (value: number, digits: number) => string;
  /** 0 … 1 as whole per cent. */
  readonly percent: (fraction: number) => string;
  /** Minor units (cents, fen) of an ISO 4217 currency. */
  readonly money: (minor: number, currency: string) => string;
  readonly bytes: (count: number) => string;
  /** A duration, with a decimal below ten seconds. */
  readonly seconds: (ms: number) => string;
  readonly date: (at: number) => string;
  /** A day of the week and of the month, without the year. */
  readonly day: (at: number) => string;
  /** Of the day, to the minute. */
  readonly time: (at: number) => string;
  /** "3 minutes ago"; the date once it is over a week. */
  readonly ago: (at: number, now: number) => string;
  readonly list: (parts: readonly string[]) => string;
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
const NO_BREAK = '\u00a0';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function formatsOf(language: string): Formats {
  const number = once(() => new Intl.NumberFormat(language));
  const percent = once(() => new Intl.NumberFormat(language, { style: 'percent' }));
  const date = once(() => new Intl.DateTimeFormat(language, { dateStyle: 'medium' }));
  const day = once(
    () => new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long' }),
  );
  const time = once(() => new Intl.DateTimeFormat(language, { timeStyle: 'short' }));
  const relative = once(() => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));
  const list = once(() => new Intl.ListFormat(language, { type: 'conjunction' }));
  const decimals = kept((digits: number) => {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(language, options);
  });
  const signs = kept((digits: number) => {
    const options = { minimumFractionDigits: digits, maximumFractionDigits: digits };
    return new Intl.NumberFormat(language, { ...options, signDisplay: 'exceptZero' });
  });
  const currencies = kept((currency: string) => {
    const format = new Intl.NumberFormat(language, { style: 'currency', currency });
    // Asked once: it is slow to tell.
    return { format, unit: 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2) };
  });
  const whole = kept((unit: string) => unitFormat(language, unit, 0, 'long'));
  const tenths = kept((unit: string) => unitFormat(language, unit, 1, 'long'));
  const shortTenths = kept((unit: string) => unitFormat(language, unit, 1, 'short'));

  return {
    // Below a thousand all our languages write the digits alone, and the page opens without a formatter.
    number: (value) => (isSmall(value) ? String(value) : number().format(value)),
    decimal: (value, digits) => decimals(digits).format(value),
    signed: (value, digits) => signs(digits).format(value),
    percent: (fraction) => percent().format(fraction),
    money: (minor, currency) => {
      const { format, unit: one } = currencies(currency);
      return format.format(minor / one);
    },
    bytes: (count) => {
      const power = count < 1 ? 0 : Math.min(Math.floor(Math.log10(count) / 3), BYTE_UNITS.length - 1);
      const name = BYTE_UNITS[power] ?? 'byte';
      const format = power === 0 ? whole(name) : shortTenths(name);
      return format.format(count / 1000 ** power).replace(' ', NO_BREAK);
    },
    seconds: (ms) => (ms < 9_950 ? tenths : whole)('second').format(ms / 1000),
    date: (at) => date().format(at),
    day: (at) => day().format(at),
    time: (at) => time().format(at),
    ago: (at, now) => {
      const age = Math.max(0, now - at);
      if (age < MINUTE) return relative().format(0, 'second');
      if (age < HOUR) return relative().format(-Math.floor(age / MINUTE), 'minute');
      if (age < DAY) return relative().format(-Math.floor(age / HOUR), 'hour');
      if (age < 7 * DAY) return relative().format(-Math.floor(age / DAY), 'day');
      return date().format(at);
    },
    list: (parts) => list().format(parts),
  };
}

function unitFormat(
  language: string,
  unit: string,
  digits: number,
  unitDisplay: 'short' | 'long',
): Intl.NumberFormat {
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay, maximumFractionDigits: digits });
}

const isSmall = (value: number): boolean => Number.isInteger(value) && value >= 0 && value < 1000;

/** All that `once` may still have to make. */
const unmade = new Set<() => unknown>();

/** Intl formatters are slow to make: each is made when it is first asked for, or ahead. */
function once<Format>(make: () => Format): () => Format {
  let made: Format | null = null;
  const get = (): Format => {
    unmade.delete(get);
    return (made ??= make());
  };
  unmade.add(get);
  return get;
}

/** Makes what will be asked for, one after another: the first of them takes longer than a frame. */
export async function makeFormatsAhead(pause: () => Promise<void>): Promise<void> {
  for (const make of unmade) {
    await pause();
    make();
  }
}

/** As `once`, for each key. */
function kept<Key extends string | number, Format>(make: (key: Key) => Format): (key: Key) => Format {
  const made = new Map<Key, Format>();
  return (key) => {
    const known = made.get(key);
    if (known) return known;
    const format = make(key);
    made.set(key, format);
    return format;
  };
}
