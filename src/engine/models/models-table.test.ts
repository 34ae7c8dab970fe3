import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { MODEL_KINDS } from './registry.ts';

const document = readFileSync(new URL('../../../docs/models.md', import.meta.url), 'utf8');
const [head = [], , ...rows] = document
  .slice(document.indexOf('| model '), document.indexOf('\n- **Learns from.**'))
  .trim()
  .split('\n')
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

test('the table of models says of each what the registry says, in its order', () => {
  expect(head.slice(0, 5)).toEqual(['model', 'learns from', 'homes', 'folds a history in', 'explains']);
  const told = rows.map(([name, from, homes, foldsIn, explains]) => [
    name,
    from,
    homes,
    foldsIn!.split(':')[0],
    explains,
  ]);
  const known = MODEL_KINDS.map((kind) => [
    `\`${kind.name}\``,
    kind.learnsOrder ? 'order of events' : 'pairs',
    kind.homes.length > 0 ? kind.homes.join(', ') : 'none: on the processor',
    kind.foldsIn ? 'yes' : 'no',
    kind.explains === 'shares' ? 'exact shares' : kind.foldsIn ? 'nearest, whole history' : 'popularity',
  ]);
  expect(told).toEqual(known);
});
