/** `npm run bench [-- NAME …]`: runs the benchmarks of `bench/`, or those whose names are given. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, ensureNodeBuild, ROOT, run, say } from './setup.mjs';

ensureDependencies();
ensureNodeBuild();
const all = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const wanted = process.argv.slice(2);
for (const name of wanted.length > 0 ? wanted : all) {
  const file = join(ROOT, 'build/node', `${name}.bench.js`);
  if (!existsSync(file)) {
    say(`There is no benchmark “${name}”. There are: ${all.join(', ')}.`);
    process.exit(2);
  }
  say(`\n— ${name}`);
  run(process.execPath, ['--expose-gc', file]);
}
