/** `npm start [-- --port N]`: sets up, builds what is stale, and serves the app until stopped. */
import { ensureApp, ensureDependencies, option, say } from './setup.mjs';

const port = Number(option('port') ?? 4173);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  say(`--port takes a number from 1 to 65535, not “${option('port')}”.`);
  process.exit(2);
}

ensureDependencies();
ensureApp();

const { preview } = await import('vite');
try {
  await preview({ preview: { port, strictPort: true, host: 'localhost' }, logLevel: 'error' });
} catch (error) {
  say(`Port ${port} cannot be used (${error.message}). Try another: npm start -- --port ${port + 1}`);
  process.exit(1);
}
process.stdout.write(`Homebody is at http://localhost:${port}/  (Ctrl+C stops it)\n`);
