import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.txt': 'text/plain',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

export interface PlainHost {
  /** Address of the app on this host. */
  readonly url: string;
  /** Path of every request that reached the host. */
  readonly requests: readonly string[];
  /** From now on the service worker's file has other bytes: a newer version of the app is out. */
  publishUpdate(): void;
  close(): Promise<void>;
}

/**
 * The most ordinary host there is: the built folder under a sub-path, content types and no other header. `prelude`:
 * what an evil twin of it puts before a file.
 */
export async function plainHost(
  subPath: string,
  prelude: (path: string) => string = () => '',
): Promise<PlainHost> {
  let updated = false;
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const inside = pathname.startsWith(subPath) ? normalize(pathname.slice(subPath.length)) : null;
    const file = inside === null ? null : join(DIST, inside === '.' || inside === '' ? 'index.html' : inside);
    if (file === null || !file.startsWith(DIST) || !existsSync(file) || statSync(file).isDirectory()) {
      response.writeHead(404).end();
      return;
    }
    response.setHeader('Content-Type', TYPES[extname(file)] ?? 'application/octet-stream');
    response.write(prelude(pathname));
    const stream = createReadStream(file);
    stream.pipe(response, { end: false });
    stream.on('end', () => response.end(updated && file.endsWith('service-worker.js') ? '\n// newer' : ''));
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}${subPath}`,
    requests,
    publishUpdate: () => {
      updated = true;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
