/**
 * Ways by which planted code could carry something off, each with the address to carry it to. The functions are sent
 * into pages and workers as text and use nothing from outside of themselves.
 */
export interface WayOut {
  readonly go: (address: string) => unknown;
  /** How the ledger calls it when it was refused; null: the browser tells nobody. */
  readonly told: string | null;
  /** Leaves the page when it succeeds. */
  readonly leaves?: true;
  /** Leads nowhere here even without a policy: the browsers of the tests speak no QUIC, and none starts a foreign worker. */
  readonly unseen?: true;
}

const CONNECTIONS: Readonly<Record<string, WayOut>> = {
  fetch: { go: (address) => fetch(address, { mode: 'no-cors' }).catch(() => {}), told: 'connect-src' },
  xhr: {
    go: (address) => {
      const request = new XMLHttpRequest();
      request.open('POST', address);
      request.send('everything');
    },
    told: 'connect-src',
  },
  webSocket: { go: (address) => void new WebSocket(address.replace('http', 'ws')), told: 'connect-src' },
  eventSource: { go: (address) => void new EventSource(address), told: 'connect-src' },
  webTransport: {
    go: (address) => new WebTransport(address.replace('http:', 'https:')).ready.catch(() => {}),
    told: 'connect-src',
    unseen: true,
  },
  import: { go: (address) => import(address).catch(() => {}), told: 'script-src-elem' },
};

export const WAYS_OUT_OF_A_WORKER: Readonly<Record<string, WayOut>> = {
  ...CONNECTIONS,
  font: {
    go: (address) => new FontFace('planted', `url(${address})`).load().catch(() => {}),
    told: 'font-src',
  },
  worker: { go: (address) => void new Worker(address), told: 'require-trusted-types-for', unseen: true },
};

export const WAYS_OUT_OF_A_PAGE: Readonly<Record<string, WayOut>> = {
  ...CONNECTIONS,
  beacon: { go: (address) => navigator.sendBeacon(address, 'everything'), told: 'connect-src' },
  ping: {
    go: (address) => {
      const link = document.createElement('a');
      link.href = '#planted';
      link.ping = address;
      document.body.append(link);
      link.click();
    },
    told: 'connect-src',
  },
  image: { go: (address) => void (new Image().src = address), told: 'img-src' },
  script: {
    go: (address) => document.head.append(Object.assign(document.createElement('script'), { src: address })),
    told: 'require-trusted-types-for',
  },
  styles: {
    go: (address) => {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'stylesheet', href: address }),
      );
    },
    told: 'style-src-elem',
  },
  styleImage: {
    go: (address) => void (document.body.style.backgroundImage = `url(${address})`),
    told: 'img-src',
  },
  font: {
    go: (address) => new FontFace('planted', `url(${address})`).load().catch(() => {}),
    told: 'font-src',
  },
  prefetch: {
    go: (address) => {
      document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: address }));
    },
    told: 'default-src',
  },
  preload: {
    go: (address) => {
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: address }),
      );
    },
    told: 'img-src',
  },
  media: { go: (address) => new Audio(address).load(), told: 'media-src' },
  frame: {
    go: (address) => document.body.append(Object.assign(document.createElement('iframe'), { src: address })),
    told: 'frame-src',
  },
  object: {
    go: (address) => document.body.append(Object.assign(document.createElement('object'), { data: address })),
    told: 'require-trusted-types-for',
  },
  worker: { go: (address) => void new Worker(address), told: 'require-trusted-types-for', unseen: true },
  webRtc: {
    go: async (address) => {
      const peer = new RTCPeerConnection({
        iceServers: [{ urls: address.replace(/http:..([^/]+).*/, 'stun:$1') }],
      });
      peer.createDataChannel('planted');
      await peer.setLocalDescription(await peer.createOffer());
    },
    told: 'webrtc',
  },
  window: { go: (address) => void window.open(address), told: 'window' },
  form: {
    go: (address) => {
      const form = Object.assign(document.createElement('form'), { action: address, method: 'post' });
      document.body.append(form);
      form.submit();
    },
    // The gate is asked before the policy.
    told: 'navigation',
    leaves: true,
  },
  navigation: { go: (address) => void (location.href = address), told: 'navigation', leaves: true },
  pageOfItsOwn: {
    go: (address) => {
      const page = new Blob([`<meta http-equiv="refresh" content="0;url=${address}">`], {
        type: 'text/html',
      });
      location.href = URL.createObjectURL(page);
    },
    told: 'navigation',
    leaves: true,
  },
  refresh: {
    go: (address) => {
      const refresh = Object.assign(document.createElement('meta'), { content: `0;url=${address}` });
      refresh.httpEquiv = 'refresh';
      document.head.append(refresh);
    },
    told: 'navigation',
    leaves: true,
  },
  link: {
    go: (address) => {
      const link = Object.assign(document.createElement('a'), { href: address });
      document.body.append(link);
      link.click();
    },
    told: 'link',
    leaves: true,
  },
};

/** The same by a frame of the page’s own, in which nothing was put in place before anything else. */
export const WAYS_OUT_BY_A_FRAME: Readonly<Record<string, WayOut>> = {
  fetch: {
    go: (address) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return frame.contentWindow!.fetch(address, { mode: 'no-cors' }).catch(() => {});
    },
    told: null,
  },
  webRtc: {
    go: async (address) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const Peer = (frame.contentWindow as unknown as typeof globalThis).RTCPeerConnection;
      const peer = new Peer({ iceServers: [{ urls: address.replace(/http:..([^/]+).*/, 'stun:$1') }] });
      peer.createDataChannel('planted');
      await peer.setLocalDescription(await peer.createOffer());
    },
    told: null,
  },
  window: {
    go: (address) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentWindow!.open(address);
    },
    told: null,
  },
  navigation: {
    go: (address) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      frame.contentWindow!.top!.location.href = address;
    },
    told: 'navigation',
    leaves: true,
  },
};
