/** `npm run --silent cli -- COMMAND …`: the world around `runCli`. */
import { runCli } from './run-cli.ts';

const stop = new AbortController();
// Once: whoever presses Ctrl+C again does not want to wait for the clean end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());
// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  watched: process.stderr.isTTY,
  signal: stop.signal,
  now: () => performance.now(),
  today: () => Date.now(),
});
