/**
 * The headers that the app is served with, in one place: `npm start` sends them, the build writes the policy
 * into the page and into a `_headers` file for static hosts, the service worker adds them where a host can
 * not, and tests check them.
 */

/**
 * Nothing but this origin, for anything. `wasm-unsafe-eval` compiles WebAssembly; it evaluates no text. A
 * worker that is started from a blob inherits this policy also where the host sends no header. `scripts` and
 * `styles`: hashes of what stands in the page itself, which nothing else can stand in for. Text becomes code or
 * markup only by the one policy of `src/gate/trusted.ts`. Without `webrtc`, which no browser knows and Chromium calls
 * an error.
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

/**
 * What a page may ask of the person, their devices and the browser: passkeys, for the lock; memory that its workers share,
 * where nothing of others can get at it; and nothing else that Chromium 156 knows. `web-share` and `bluetooth` it calls
 * an error where its system has none. Whoever knows less passes over the rest.
 */
const DENIED = [
  // Eyes, ears, and where and how the device is.
  'camera microphone display-capture captured-surface-control geolocation accelerometer gyroscope magnetometer',
  'idle-detection compute-pressure local-fonts keyboard-map speaker-selection xr-spatial-tracking',
  // What is plugged in, and who is near.
  'midi usb serial hid gamepad local-network local-network-access loopback-network',
  // What is on the clipboard or on the screen, and what plays.
  'clipboard-read clipboard-write fullscreen window-management picture-in-picture screen-wake-lock autoplay',
  'encrypted-media media-playback-while-not-visible aria-notify',
  // Who somebody is to others, what they pay with, and what others would like to know.
  'payment identity-credentials-get otp-credentials digital-credentials-get digital-credentials-create',
  'storage-access browsing-topics interest-cohort private-state-token-issuance private-state-token-redemption',
  // Models that are the browser's, and not the shop's.
  'language-model language-detector translator summarizer on-device-speech-recognition',
  // What is sent or awaited while the page goes.
  'deferred-fetch deferred-fetch-minimal sync-xhr unload',
  // What the browser tells a host of itself, its device and its line.
  'ch-ua ch-ua-arch ch-ua-bitness ch-ua-form-factors ch-ua-full-version ch-ua-full-version-list',
  'ch-ua-high-entropy-values ch-ua-mobile ch-ua-model ch-ua-platform ch-ua-platform-version ch-ua-wow64',
  'ch-device-memory ch-downlink ch-dpr ch-ect ch-rtt ch-save-data ch-viewport-height ch-viewport-width ch-width',
  'ch-prefers-color-scheme ch-prefers-reduced-motion ch-prefers-reduced-transparency',
]
  .join(' ')
  .split(' ');
const USED = ['publickey-credentials-get', 'publickey-credentials-create', 'cross-origin-isolated'];
const PERMISSIONS = [
  ...DENIED.map((feature) => `${feature}=()`),
  ...USED.map((feature) => `${feature}=(self)`),
];

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
    'Permissions-Policy': PERMISSIONS.join(', '),
  };
}
