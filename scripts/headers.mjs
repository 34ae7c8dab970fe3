/**
 * The headers that the app is served with, in one place: `npm start` sends them, the build writes the policy
 * into the page and into a `_headers` file for static hosts, the service worker adds them where a host can
 * not, and tests check them.
 */

/**
 * Nothing but this origin, for anything. `wasm-unsafe-eval` compiles WebAssembly; it evaluates no text. A
 * worker that is started from a blob inherits this policy also where the host sends no header. `scripts` and
 * `styles`: hashes of what stands in the page itself, which nothing else can stand in for. Text becomes code or markup only by
 * the one policy of `src/gate/trusted.ts`. Without `webrtc`, which no browser knows and Chromium calls an error.
 */
export function contentSecurityPolicy(scripts = [], styles = []) {
  const sources = (hashes) => ["'self'", ...hashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    `script-src ${sources(scripts)} 'wasm-unsafe-eval'`,
    `style-src ${sources(styles)}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types homebody',
  ].join('; ');
}

/** What a page cannot say of itself, and a response must. */
export const FRAME_POLICY = "frame-ancestors 'none'";

/** What a page may ask the person or their devices for: passkeys, for the lock, and nothing else that is named here. */
const PERMISSIONS = (
  'camera microphone geolocation display-capture midi usb serial hid accelerometer gyroscope magnetometer ' +
  'idle-detection local-fonts xr-spatial-tracking payment identity-credentials-get otp-credentials ' +
  'storage-access browsing-topics'
)
  .split(' ')
  .map((feature) => `${feature}=()`);
const PASSKEYS = ['publickey-credentials-get=(self)', 'publickey-credentials-create=(self)'];

/** With the policy of all but the page itself, in which nothing stands. */
export const HEADERS = headersWith(contentSecurityPolicy());

/** `policy`: a page's own. */
export function headersWith(policy) {
  return {
    'Content-Security-Policy': `${policy}; ${FRAME_POLICY}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    // Every connection and every way out of the page, also those that a policy has no say over: WebRTC, new windows,
    // where the page is led, names that are looked up ahead. Chromium has it; others leave it be.
    'Connection-Allowlist': '(response-origin)',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': [...PERMISSIONS, ...PASSKEYS].join(', '),
  };
}
