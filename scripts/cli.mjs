/** `npm run --silent cli -- …`: sets up and builds quietly when needed, then becomes the command line. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureDependencies, ensureNodeBuild, ROOT } from './setup.mjs';

ensureDependencies();
ensureNodeBuild();
// In this process, not in a child: Ctrl+C then reaches whoever can end cleanly, and only them.
await import(pathToFileURL(join(ROOT, 'build/node/cli.js')).href);
