import type { Protocol } from '../../domain/evaluation.ts';
import { PROTOCOL_NAMES } from '../../domain/evaluation.ts';
import { expect, test } from 'vitest';
import { logOf, tasteLog } from '../testing/logs.ts';
import { protocolText, protocolWarning } from './protocol.ts';

const PROTOCOLS: readonly Protocol[] = [
  { name: 'leave-one-out', maxUsers: Infinity },
  { name: 'temporal', testShare: 0.2 },
  { name: 'k-fold', folds: 5 },
  { name: 'strong', testShare: 0.125 },
  { name: 'ncf' },
];

test('each protocol is named at the head of its text', () => {
  expect(PROTOCOLS.map(({ name }) => name)).toEqual(PROTOCOL_NAMES);
  for (const protocol of PROTOCOLS) expect(protocolText(protocol)).toMatch(new RegExp(`^${protocol.name}: `));
  expect(protocolText(PROTOCOLS[3]!)).toContain('12.5 % of the users');
});

test('warns of a random split where there are times, and of nothing else', () => {
  const warned = (log: Parameters<typeof protocolWarning>[1]) =>
    PROTOCOLS.filter((protocol) => protocolWarning(protocol, log) !== null).map(({ name }) => name);
  expect(warned(tasteLog(1))).toEqual(['k-fold', 'strong']);
  expect(warned(logOf(1, 1, [[0, 0, 'like']]))).toEqual([]);
});
