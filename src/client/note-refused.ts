import { noteRequests } from '../gate/request-ledger.ts';
import { addressOf } from '../gate/requests.ts';
import type { RefusedTry, RequestEntry } from '../gate/requests.ts';
import { TABS_LINE } from './other-tabs.ts';
import type { TabNews } from './other-tabs.ts';

/** What is tried over and over within this time is one line. */
const GATHER_MS = 500;

let waiting = new Map<string, RequestEntry>();
let written: Promise<void> | null = null;
let erased = false;

/** Writes nothing any more, nor what waits to be written: what is erased stays so. */
export function noteNoMore(): void {
  erased = true;
}

/** As `noteNoMore`, once another tab erases everything. */
export function heedErasing(): void {
  new BroadcastChannel(TABS_LINE).addEventListener('message', ({ data }: MessageEvent<TabNews>) => {
    if (data.kind === 'erased') noteNoMore();
  });
}

/** Writes a refused try into the ledger. Resolves when it is written, or cannot be. */
export function noteRefused({ way, address }: RefusedTry): Promise<void> {
  // Nothing that was refused is taken for a file of the app.
  const kept = addressOf(address, new URL('.', document.baseURI).href, () => false);
  const key = `${way} ${kept}`;
  const before = waiting.get(key);
  waiting.set(
    key,
    before
      ? { ...before, times: before.times + 1 }
      : { at: Date.now(), reason: 'refused', kind: way, address: kept, bytes: 0, times: 1 },
  );
  written ??= new Promise<void>((go) => setTimeout(go, GATHER_MS))
    .then(() => {
      const entries = [...waiting.values()];
      waiting = new Map();
      written = null;
      return erased ? undefined : noteRequests(entries);
    })
    .catch((error: unknown) => console.warn('A refused try could not be written into the ledger.', error));
  return written;
}
