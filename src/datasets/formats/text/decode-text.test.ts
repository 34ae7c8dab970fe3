import { expect, test } from 'vitest';
import { latin1Bytes, textBytes } from '../../testing/packing.ts';
import { decodeText } from './decode-text.ts';

test('the same title reads the same from ISO-8859-1 and from UTF-8', () => {
  const title = 'Été à Gruyères, L’'.replace('’', "'");
  expect(decodeText(latin1Bytes(title))).toBe(title);
  expect(decodeText(textBytes(title))).toBe(title);
});

test('characters beyond Latin-1 come from UTF-8', () => {
  expect(decodeText(textBytes('千と千尋'))).toBe('千と千尋');
});
