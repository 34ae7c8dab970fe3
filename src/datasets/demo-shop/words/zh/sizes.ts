const UNITS: Readonly<Record<string, string>> = {
  l: '升',
  ml: '毫升',
  g: '克',
  kg: '公斤',
  mm: '毫米',
  cm: '厘米',
  lm: '流明',
};

/** `1.5 l` → `1.5 升`; `A5` stays. */
export function sizeInChinese(english: string): string {
  const [, number, unit] = /^(.+) ([a-z]+)$/u.exec(english) ?? [];
  const known = unit === undefined ? undefined : UNITS[unit];
  return known === undefined ? english : `${number} ${known}`;
}
