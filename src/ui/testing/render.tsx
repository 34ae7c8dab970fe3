import { act } from 'react';
import { createRoot } from 'react-dom/client';
import type { Root } from 'react-dom/client';
import { vi } from 'vitest';
import type { Homebody } from '../../client/state.ts';
import { App } from '../app.tsx';
import { en } from '../words/en.ts';
// Lazy parts, loaded with this file: no test has its time taken by the first transform of a module.
import '../cart/cart-view.tsx';
import '../constellation/constellation.tsx';
import '../data/data-view.tsx';
import '../department/department-view.tsx';
import '../feed/beside.tsx';
import '../feed/feed-body.tsx';
import '../feed/item-menu.tsx';
import '../first-minute/first-minute.tsx';
import '../history/history-view.tsx';
import '../lab/lab-view.tsx';
import '../moved/moved-dialog.tsx';
import '../pictures/shapes.ts';
import '../privacy/privacy-view.tsx';
import '../product/product-view.tsx';
import '../shell/around.tsx';
import '../shell/closed.tsx';
import '../shell/header-buttons.tsx';
import '../shell/dialogs.ts';
import '../shell/notices.tsx';
import '../steering/shoes-dialog.tsx';
import '../training/training-view.tsx';
import '../why/why-dialog.tsx';
import '../wishes/wishes-view.tsx';
import '../words/lab-in-english.ts';
import '../words/privacy-in-english.ts';
import '../words/zh.ts';

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

/** There is no screen here: whatever is watched is on it. */
globalThis.IntersectionObserver = class extends IntersectionObserver {
  readonly #tell: IntersectionObserverCallback;
  constructor(tell: IntersectionObserverCallback) {
    super(tell);
    this.#tell = tell;
  }
  override observe(target: Element): void {
    queueMicrotask(() => this.#tell([{ target, isIntersecting: true } as IntersectionObserverEntry], this));
  }
};

/** There is no top layer either: what is on it is simply there. */
Object.assign(HTMLElement.prototype, { showPopover: () => undefined, hidePopover: () => undefined });

let root: Root | null = null;

/** Draws the page at an address and waits until all of it is there. */
export async function visit(homebody: Homebody, address = '/'): Promise<void> {
  location.hash = `#${address}`;
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.getElementById('root')!);
  await act(async () => root!.render(<App homebody={homebody} language="en" words={en} />));
  await settle();
}

export async function leave(): Promise<void> {
  await act(async () => root?.unmount());
  root = null;
}

/** So many turns without a change of the page, and it is at rest: not every step towards a change is one. */
const QUIET_TURNS = 8;
/** A page that is never at rest is as it is after so many. */
const MOST_TURNS = 200;

/**
 * Waits until the page is at rest: lazy parts have arrived, effects and what they put off by a turn have run. By
 * turns of the event loop, not by the clock, for a busy machine has fewer turns in the same time.
 */
export async function settle(): Promise<void> {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  for (let turn = 0, quiet = 0; turn < MOST_TURNS && quiet < QUIET_TURNS; turn++) {
    await act(() => vi.dynamicImportSettled());
    quiet = observer.takeRecords().length === 0 ? quiet + 1 : 0;
  }
  observer.disconnect();
}

const IMPLICIT: Readonly<Record<string, string>> = {
  article: 'article',
  button: 'button',
  dialog: 'dialog',
  region: 'section',
  list: 'ul',
  listitem: 'li',
  navigation: 'nav',
  table: 'table',
  heading: 'h1, h2, h3',
  link: 'a',
};

/** The accessible name as far as this page uses it: aria-label, aria-labelledby, else the text. */
export function nameOf(element: Element): string {
  const by = element.getAttribute('aria-labelledby');
  if (by) return document.getElementById(by)?.textContent?.trim() ?? '';
  return element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
}

export function all(
  role: string,
  name?: string | RegExp,
  within: ParentNode = document,
): readonly HTMLElement[] {
  const selector = [`[role="${role}"]`, IMPLICIT[role]].filter(Boolean).join(', ');
  return [...within.querySelectorAll<HTMLElement>(selector)].filter((element) => {
    if (name === undefined) return true;
    return typeof name === 'string' ? nameOf(element) === name : name.test(nameOf(element));
  });
}

/** The only element of a role and name. */
export function one(role: string, name?: string | RegExp, within: ParentNode = document): HTMLElement {
  const found = all(role, name, within);
  if (found.length !== 1) throw new Error(`${found.length} elements are a ${role} named ${name}`);
  return found[0]!;
}

export async function press(element: HTMLElement): Promise<void> {
  await act(async () => element.click());
  await settle();
}

export async function type(
  key: string,
  target: Element = document.activeElement ?? document.body,
): Promise<void> {
  await act(async () =>
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })),
  );
  await settle();
}
