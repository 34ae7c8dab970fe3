/** Checks the import direction, and that the check itself works. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { ROOT } from './setup.mjs';

async function cruiseHouse(baseDir) {
  const options = { ...config.options, baseDir, ruleSet: { forbidden: config.forbidden }, validate: true };
  return (await cruise(['src'], options)).output;
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true }).filter(
  (file) => /\.tsx?$/.test(file) && !/\.as\.ts$/.test(file) && !/\.d\.ts$/.test(file),
);
const result = await cruiseHouse(ROOT);
const seen = result.modules.filter(
  (module) => module.source.startsWith('src/') && /\.tsx?$/.test(module.source),
);
const errors = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
if (seen.length !== sources.length) {
  errors.push(
    `${seen.length} modules were parsed, but src/ holds ${sources.length}: the parser misses some.`,
  );
}

// A planted violation must be found, or a green result would mean nothing.
const house = mkdtempSync(join(tmpdir(), 'homebody-layers-'));
try {
  mkdirSync(join(house, 'src/domain'), { recursive: true });
  mkdirSync(join(house, 'src/kernels'), { recursive: true });
  writeFileSync(join(house, 'src/kernels/home.ts'), 'export const home = 1;\n');
  writeFileSync(join(house, 'src/domain/planted.ts'), `export { home } from '../kernels/home.ts';\n`);
  const found = (await cruiseHouse(house)).summary.violations;
  if (!found.some(({ rule }) => rule.name === 'domain-imports'))
    errors.push('A planted violation was not found.');
} finally {
  rmSync(house, { recursive: true, force: true });
}

if (errors.length > 0) {
  process.stderr.write(`${errors.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write(`Layers hold: ${seen.length} modules, no import against the direction.\n`);
