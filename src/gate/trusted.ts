/**
 * Trusted Types (W3C): the page's policy makes the browser refuse text wherever it could become code or markup, but
 * what this one policy, `homebody`, has looked at. It is made once for each page and worker, and the header allows
 * no second one. Where the browser has no Trusted Types, what is refused here is refused all the same.
 */
import { HomebodyError } from '../domain/errors.ts';

interface Rules {
  createHTML(markup: string): string;
  createScriptURL(address: string, told: string): string;
}

/** The part of `trustedTypes` that is used here; the compiler's libraries do not have it. */
interface TrustedTypesFactory {
  createPolicy(name: string, rules: Rules): Rules;
}

/** Any element but those that drawings are made of, a handler, or an address outside of the page. */
const NO_DRAWING =
  /<(?!\/?(svg|g|defs|path|circle|ellipse|stop|(linear|radial)Gradient|pattern|mask)[\s/>])|[\s"'/]on[a-z]+\s*=|(href|src)\s*=(?!\s*["']#)|url\((?!["']?#)/i;

const rules: Rules = {
  createHTML: (markup) => {
    if (NO_DRAWING.test(markup)) throw foreign();
    return markup;
  },
  createScriptURL: (address, told) => {
    const { href } = new URL(address);
    if (!href.startsWith(`${globalThis.origin}/`)) throw foreign();
    return told === '' ? href : blobOf(href, told);
  },
};

const policy =
  (globalThis as { trustedTypes?: TrustedTypesFactory }).trustedTypes?.createPolicy('homebody', rules) ??
  rules;

/**
 * Markup of a drawing, for `dangerouslySetInnerHTML`.
 *
 * @throws 'internal' for elements that no drawing is made of, handlers, and addresses outside of the page
 */
export function trustedDrawing(markup: string): string {
  return policy.createHTML(markup);
}

/**
 * The absolute address of a script of the app, for what starts it.
 *
 * With `told`, that of a blob that imports it, for a worker, to be revoked once it is read. A worker from the network
 * obeys the policy of its own response, which a plain static host does not send; one from a blob inherits the page's.
 * Whatever the policy refuses to the worker is told over the `BroadcastChannel` of that name, as a `RefusedTry`.
 *
 * @throws 'internal' for another origin
 */
export function trustedScript(address: string, told = ''): string {
  return policy.createScriptURL(address, told);
}

const blobOf = (href: string, told: string): string =>
  URL.createObjectURL(
    new Blob(
      [
        `const told = new BroadcastChannel(${JSON.stringify(told)});
addEventListener('securitypolicyviolation', ({ effectiveDirective: way, blockedURI: address }) =>
  told.postMessage({ way, address }));
import ${JSON.stringify(href)};`,
      ],
      { type: 'text/javascript' },
    ),
  );

const foreign = (): HomebodyError => new HomebodyError('internal', 'Not of this app.');
