import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';

const script = readFileSync(new URL('gate.js', import.meta.url), 'utf8');
const HOME = 'https://host.test/shops/homebody/';

type Listener = (event: Record<string, unknown>) => void;

interface Gate {
  readonly window: Record<string, unknown>;
  /** Whether it was stopped. */
  readonly fire: (kind: string, event: Record<string, unknown>) => boolean;
  /** What was refused until now, and from now on. */
  readonly tried: () => readonly unknown[];
}

function gate(): Gate {
  const listeners = new Map<string, Listener>();
  const target = { addEventListener: (kind: string, listener: Listener) => listeners.set(kind, listener) };
  const window: Record<string, unknown> = {
    navigation: target,
    RTCPeerConnection: () => 'a connection',
    open: () => 'a window',
  };
  runInNewContext(script, { window, document: { ...target, baseURI: `${HOME}?home=wasm` }, URL });
  return {
    window,
    fire: (kind, event) => {
      let stopped = false;
      listeners.get(kind)!({ ...event, preventDefault: () => (stopped = true) });
      return stopped;
    },
    tried: () => {
      const tried: unknown[] = [];
      (window['homebodyRefused'] as (listener: (one: unknown) => void) => void)((one) => tried.push(one));
      return tried;
    },
  };
}

/** A link as the gate sees it. */
const link = (href: unknown, download = false): Record<string, unknown> => ({
  localName: 'a',
  href,
  hasAttribute: (name: string) => download && name === 'download',
});

const MADE_HERE = 'blob:https://host.test/1';
const ELSEWHERE = [
  'https://elsewhere.test/?told=everything',
  'https://host.test/another-app/?told=everything',
  'https://host.test:8443/shops/homebody/',
  'mailto:somebody@elsewhere.test?body=everything',
  'data:text/html,everything',
  'blob:https://elsewhere.test/1',
  MADE_HERE,
];

test.each(ELSEWHERE)('no way to %s, by the page itself or by a link', (url) => {
  const { fire, tried } = gate();
  expect(fire('navigate', { navigationType: 'push', destination: { url } })).toBe(true);
  expect(fire('click', { composedPath: () => [{ localName: 'svg' }, link(url), {}] })).toBe(true);
  expect(fire('auxclick', { composedPath: () => [link({ baseVal: url })] })).toBe(true);
  expect(tried()).toEqual(['navigation', 'link', 'link'].map((way) => ({ way, address: url })));
});

test.each([`${HOME}#/history`, `${HOME}?home=webgpu`])('%s is inside', (url) => {
  const { fire, tried } = gate();
  expect(fire('navigate', { navigationType: 'push', destination: { url } })).toBe(false);
  expect(fire('click', { composedPath: () => [link(url)] })).toBe(false);
  expect(tried()).toEqual([]);
});

test('what the page has made can be saved, and is never opened: it would be a page without a gate', () => {
  const { fire, tried } = gate();
  const saved = { navigationType: 'push', destination: { url: MADE_HERE }, downloadRequest: 'copy.csv' };
  expect(fire('navigate', saved)).toBe(false);
  expect(fire('click', { composedPath: () => [link(MADE_HERE, true)] })).toBe(false);
  expect(tried()).toEqual([]);
  expect(fire('navigate', { ...saved, downloadRequest: null })).toBe(true);
});

test('the way back out of the page stays open, and a press beside any link is one', () => {
  const { fire } = gate();
  const destination = { url: ELSEWHERE[0] };
  expect(fire('navigate', { navigationType: 'traverse', destination })).toBe(false);
  expect(fire('click', { composedPath: () => [{ localName: 'button' }, { localName: 'a', href: '' }] })).toBe(
    false,
  );
});

test('opens no window and speaks to no other device, and neither can be put back', () => {
  const { window, tried } = gate();
  expect((window['open'] as (address: string) => unknown)('https://elsewhere.test/')).toBeNull();
  expect(() => new (window['RTCPeerConnection'] as new () => unknown)()).toThrow('no connections');
  expect(() => Object.defineProperty(window, 'open', { value: () => 'a window' })).toThrow('redefine');
  expect(Reflect.deleteProperty(window, 'RTCPeerConnection')).toBe(false);
  expect('webkitRTCPeerConnection' in window).toBe(false);
  expect(tried()).toEqual([
    { way: 'window', address: 'https://elsewhere.test/' },
    { way: 'webrtc', address: '' },
  ]);
});

test('keeps what the policy refused until somebody takes note; what is only reported was not refused', () => {
  const { window, fire } = gate();
  const violation = { effectiveDirective: 'connect-src', blockedURI: 'https://elsewhere.test/' };
  fire('securitypolicyviolation', { ...violation, disposition: 'enforce' });
  fire('securitypolicyviolation', { ...violation, disposition: 'report' });
  const tried: unknown[] = [];
  (window['homebodyRefused'] as (listener: (one: unknown) => void) => void)((one) => tried.push(one));
  const one = { way: 'connect-src', address: 'https://elsewhere.test/' };
  expect(tried).toEqual([one]);
  fire('securitypolicyviolation', { ...violation, disposition: 'enforce' });
  expect(tried).toEqual([one, one]);
  (window['homebodyRefused'] as (listener: () => void) => void)(() =>
    expect.unreachable('another took the place'),
  );
  fire('securitypolicyviolation', { ...violation, disposition: 'enforce' });
  expect(tried).toEqual([one, one, one]);
});
