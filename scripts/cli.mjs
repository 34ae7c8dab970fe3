/** `npm run --silent cli -- …`: sets up and builds quietly when needed, then hands over to the command line. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, ensureDependencies, ROOT } from './setup.mjs';

ensureDependencies();
ensureBuilt('build:node', 'build/node/cli.js', ['src', 'bench', 'vite.node.config.ts', 'package-lock.json']);
const { status } = spawnSync(process.execPath, [join(ROOT, 'build/node/cli.js'), ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exit(status ?? 1);
