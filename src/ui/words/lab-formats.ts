/** What the lab writes besides `Formats`: durations of any length, and figures of any size. */
export interface LabFormats {
  /** In the unit that suits it: "240 ms", "2.4 sec", "12 sec", "3.5 min", "1.2 hr". */
  readonly duration: (ms: number) => string;
  /** To four significant digits, without trailing zeros: 0.0005, 64, 0.7071. */
  readonly value: (value: number) => string;
  /** 0 … 1 as per cent to two significant digits: 0.13 %, 62 %. */
  readonly share: (fraction: number) => string;
  /** To four significant digits, never below the value, as a bound must not be. */
  readonly bound: (value: number) => string;
  /** As a power of ten, up to the next tenth: 10⁻⁵, 1.1 × 10⁻⁵. 0 or more. */
  readonly tiny: (value: number) => string;
  /** "1.2K", "3M": for the scale of a plot. */
  readonly short: (value: number) => string;
}

/** Intl writes a hyphen for a minus. */
export const withMinus = (text: string): string => text.replace('-', '−');
/** Decimals of a metric's value, by its size: 0.0668, 296.8. */
export const decimalsOf = (value: number): number => (Math.abs(value) < 10 ? 4 : 1);

const RAISED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Array.from('⁰¹²³⁴⁵⁶⁷⁸⁹', (raised, digit) => [String(digit), raised])),
  '-': '⁻',
};

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

export function labFormatsOf(language: string): LabFormats {
  const unit = (name: string, digits: number): Intl.NumberFormat =>
    new Intl.NumberFormat(language, {
      style: 'unit',
      unit: name,
      unitDisplay: 'short',
      maximumFractionDigits: digits,
    });
  const [thousandths, tenths, seconds, minutes, hours] = [
    unit('millisecond', 0),
    unit('second', 1),
    unit('second', 0),
    unit('minute', 1),
    unit('hour', 1),
  ];
  const values = new Intl.NumberFormat(language, { maximumSignificantDigits: 4 });
  const shares = new Intl.NumberFormat(language, { style: 'percent', maximumSignificantDigits: 2 });
  const shorts = new Intl.NumberFormat(language, { notation: 'compact', maximumSignificantDigits: 2 });
  return {
    duration: (ms) => {
      if (ms < 950) return thousandths.format(ms);
      if (ms < 9_950) return tenths.format(ms / 1000);
      if (ms < 90_000) return seconds.format(ms / 1000);
      return ms < 1.5 * HOUR ? minutes.format(ms / MINUTE) : hours.format(ms / HOUR);
    },
    value: (value) => withMinus(values.format(value)),
    bound: (value) => {
      const unit = 10 ** (Math.floor(Math.log10(value)) - 3);
      return values.format(value > 0 && value < Infinity ? Math.ceil(value / unit - 1e-6) * unit : value);
    },
    tiny: (value) => {
      if (value === 0) return values.format(0);
      const power = Math.floor(Math.log10(value) + 1e-9);
      const tenths = Math.ceil(value / 10 ** (power - 1) - 0.01) / 10;
      const ten = `10${Array.from(String(power), (digit) => RAISED[digit]).join('')}`;
      return tenths === 1 ? ten : `${values.format(tenths)} × ${ten}`;
    },
    share: (fraction) => shares.format(fraction),
    short: (value) => withMinus((Math.abs(value) < 1000 ? values : shorts).format(value)),
  };
}
