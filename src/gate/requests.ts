/** What of the app's dealings with the network is written down, and in which words. */

/** Why something was asked of the network, or was not: in the order in which they are listed. */
export const REQUEST_REASONS = ['install', 'update', 'check', 'lost', 'refused'] as const;

/**
 * `install`: a file of the app is stored on the device. `update`: the same for a newer version. `check`: whether there
 * is a newer version. `lost`: a file of the app that the device has lost. `refused`: a try that went nowhere.
 */
export type RequestReason = (typeof REQUEST_REASONS)[number];

/** One line of the ledger. */
export interface RequestEntry {
  /** When, ms since 1970. */
  readonly at: number;
  readonly reason: RequestReason;
  /** A file of the app: what it is. A refused try: the way that was tried. */
  readonly kind: string;
  /** Of a file of the app, its path within the app; of anything else no more than the origin. See `addressOf`. */
  readonly address: string;
  /** Bytes that came over the network, or null where nobody can tell. */
  readonly bytes: number | null;
  /** How often, in a row. 1 and more. */
  readonly times: number;
}

/** All there ever was of a reason, also what is no longer listed. */
export interface RequestTotal {
  readonly reason: RequestReason;
  readonly times: number;
  readonly bytes: number;
}

/** A try to reach out that the page, or the browser for it, has refused. */
export interface RefusedTry {
  /** The directive of the policy that refused it, or the page's own word for the way. */
  readonly way: string;
  /** Where to, as far as the browser tells. */
  readonly address: string;
}

/** Message of the service worker to its pages for each request of theirs that went to the network. */
export const NETWORK_REQUEST_MESSAGE = 'homebody:network-request';
/** Message of the service worker to its pages for each request that it refused; with a `RefusedTry`. */
export const REFUSED_MESSAGE = 'homebody:refused';

/** Message of a page to the service worker, which then writes nothing down any more. */
export const ERASED_MESSAGE = 'homebody:erased';

/**
 * What the ledger keeps of an address: of the app's own files, which carry nothing of anybody, the path within the
 * app; of any other only the origin, since paths and queries are where such tries hide what they carry off.
 *
 * @param address as it was asked for; words that are no address, such as `inline`, stay as they are
 * @param home the app's own folder
 * @param isFile whether a path within the app is a file of it
 */
export function addressOf(address: string, home: string, isFile: (path: string) => boolean): string {
  if (!URL.canParse(address)) return /^[a-z-]{0,40}$/.test(address) ? address : '';
  const { protocol, origin, pathname } = new URL(address);
  if (!/^(https?|wss?):$/.test(protocol)) return protocol;
  const path = origin + pathname;
  const within = path.startsWith(home) ? path.slice(home.length) : null;
  return within !== null && isFile(within) ? within || './' : origin;
}
