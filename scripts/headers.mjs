/**
 * The headers that the app is served with, in one place: `npm start` sends them, the build writes the policy
 * into the page and into a `_headers` file for static hosts, the service worker adds them where a host can
 * not, and tests check them.
 */

/**
 * Nothing but this origin, for anything. `wasm-unsafe-eval` compiles WebAssembly; it evaluates no text. A
 * worker that is started from a blob inherits this policy also where the host sends no header. `scripts` and
 * `styles`: hashes of what stands in the page itself, which nothing else can stand in for.
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
  ].join('; ');
}

/** What a page cannot say of itself, and a response must. */
export const FRAME_POLICY = "frame-ancestors 'none'";

/** With the policy of all but the page itself, in which nothing stands. */
export const HEADERS = headersWith(contentSecurityPolicy());

/** `policy`: a page's own. */
export function headersWith(policy) {
  return {
    'Content-Security-Policy': `${policy}; ${FRAME_POLICY}`,
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Embedder-Policy': 'require-corp',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), browsing-topics=()',
  };
}
