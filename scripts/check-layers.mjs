/**
 * Checks the import direction, and that the check itself works. dependency-cruiser's swc parser reads no JSX,
 * so it is shown a copy of the house in which a .tsx file holds its imports and nothing else.
 */
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseSync } from '@swc/core';
import { cruise } from 'dependency-cruiser';
import config from '../.dependency-cruiser.mjs';
import { ROOT } from './setup.mjs';

/** Every module that a .tsx source names, as plain imports; types too. */
function importsOf(source) {
  const named = new Set();
  const visit = (node) => {
    if (node === null || typeof node !== 'object') return;
    if (/^(Import|ExportNamed|ExportAll)Declaration$/.test(node.type) && node.source)
      named.add(node.source.value);
    if (node.type === 'CallExpression' && node.callee.type === 'Import') {
      const [argument] = node.arguments;
      if (argument?.expression.type === 'StringLiteral') named.add(argument.expression.value);
    }
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(source, { syntax: 'typescript', tsx: true }));
  return [...named].map((name) => `import ${JSON.stringify(name)};\n`).join('');
}

/** Cruises a house given as paths and sources. */
async function cruiseHouse(files) {
  const house = mkdtempSync(join(tmpdir(), 'homebody-layers-'));
  try {
    for (const folder of ['node_modules', 'build']) symlinkSync(join(ROOT, folder), join(house, folder));
    cpSync(join(ROOT, 'package.json'), join(house, 'package.json'));
    for (const [path, source] of files) {
      mkdirSync(dirname(join(house, path)), { recursive: true });
      writeFileSync(join(house, path), path.endsWith('.tsx') ? importsOf(source) : source);
    }
    const ruleSet = { forbidden: config.forbidden };
    return (await cruise(['src'], { ...config.options, baseDir: house, ruleSet, validate: true })).output;
  } finally {
    rmSync(house, { recursive: true, force: true });
  }
}

const isAsset = (path) => !/\.(ts|tsx)$/.test(path) || /\.as\.ts$|\.d\.ts$/.test(path);
const files = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(ROOT.length + 1))
  .map((path) => [path, isAsset(path) ? '' : readFileSync(join(ROOT, path), 'utf8')]);
const modules = files.filter(([path]) => !isAsset(path));

const result = await cruiseHouse(files);
const seen = result.modules.filter(({ source }) => source.startsWith('src/') && !isAsset(source));
const errors = result.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
if (seen.length !== modules.length) {
  errors.push(
    `${seen.length} modules were parsed, but src/ holds ${modules.length}: the parser misses some.`,
  );
}

// Planted violations must be found, or a green result would mean nothing.
const planted = await cruiseHouse([
  ['src/kernels/home.ts', 'export const home = 1;\n'],
  ['src/domain/planted.ts', `export { home } from '../kernels/home.ts';\n`],
  [
    'src/ui/planted.tsx',
    `import { home } from '../kernels/home.ts';\nexport const View = () => <p>{home}</p>;\n`,
  ],
  ['src/engine/models/planted.ts', `export { tidy } from '@tensorflow/tfjs-core';\n`],
]);
for (const rule of ['domain-imports', 'ui-imports', 'tfjs-is-loaded-in-compute-alone']) {
  if (!planted.summary.violations.some((violation) => violation.rule.name === rule)) {
    errors.push(`A planted violation of ${rule} was not found.`);
  }
}

if (errors.length > 0) {
  process.stderr.write(`${errors.join('\n')}\n`);
  process.exit(1);
}
process.stdout.write(`Layers hold: ${seen.length} modules, no import against the direction.\n`);
