import { createSocket } from 'node:dgram';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ListeningHost {
  readonly url: string;
  /** Paths that were asked for, of HTTP and WebSocket; `udp` for each datagram, of WebRTC or QUIC. */
  readonly heard: string[];
  /** Connections that were opened, also those that then asked for nothing. */
  readonly connections: () => number;
  close(): Promise<void>;
}

/** Somebody who waits to be told something, by TCP and UDP on one port. */
export async function listeningHost(): Promise<ListeningHost> {
  const heard: string[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    heard.push(request.url ?? '');
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.end();
  });
  server.on('connection', () => connections++);
  server.on('upgrade', (request, socket) => {
    heard.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => heard.push('udp'));
  await new Promise<void>((resolve) => datagrams.bind(port, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${port}`,
    heard,
    connections: () => connections,
    close: async () => {
      datagrams.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
