/*
 * Before any other script: what no policy forbids everywhere. A policy has no say over where the page is led and over
 * new windows, and none over WebRTC; where the browser knows no `Connection-Allowlist`, or before the service worker
 * can send it, this stands in for it. It also keeps what was refused until the page can take note of it. The build puts
 * it into the page, and its hash into the policy.
 */
(() => {
  const home = new URL('.', document.baseURI);
  /** The app's own folder, or a file that the page has made and gives out: opened as a page, it would have no gate. */
  const isInside = (address, isDownload) => {
    const url = new URL(address, home);
    return url.protocol === 'blob:'
      ? isDownload && url.origin === home.origin
      : url.href.startsWith(home.href);
  };

  const kept = [];
  let tell = null;
  const refuse = (way, address) => {
    const tried = { way, address: String(address) };
    if (tell) tell(tried);
    else kept.push(tried);
  };
  const forGood = (name, value) =>
    Object.defineProperty(window, name, { value, writable: false, configurable: false });
  // The first who asks is the page. Nobody takes its place.
  forGood('homebodyRefused', (listener) => {
    if (tell) return;
    tell = listener;
    kept.splice(0).forEach(listener);
  });

  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, disposition }) => {
    if (disposition === 'enforce') refuse(effectiveDirective, blockedURI);
  });

  window.navigation?.addEventListener('navigate', (event) => {
    // Back and forward lead to where the tab was before, and carry nothing new.
    const isDownload = typeof event.downloadRequest === 'string';
    if (event.navigationType === 'traverse' || isInside(event.destination.url, isDownload)) return;
    event.preventDefault();
    refuse('navigation', event.destination.url);
  });

  /** Links of the page lead nowhere else, in this window or another. */
  const onLink = (event) => {
    const link = event.composedPath().find((one) => one.localName === 'a' || one.localName === 'area');
    const address = link?.href?.baseVal ?? link?.href;
    if (!address || isInside(address, link.hasAttribute('download'))) return;
    event.preventDefault();
    refuse('link', address);
  };
  for (const kind of ['click', 'auxclick']) document.addEventListener(kind, onLink, true);

  /** The page opens no window. */
  forGood('open', (address) => {
    refuse('window', address);
    return null;
  });
  /** It speaks to no other device. */
  for (const name of ['RTCPeerConnection', 'webkitRTCPeerConnection']) {
    if (name in window) {
      forGood(name, function () {
        refuse('webrtc', '');
        throw new TypeError('The page makes no connections to other devices.');
      });
    }
  }
})();
