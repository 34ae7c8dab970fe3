import { afterEach, expect, test, vi } from 'vitest';
import type * as Trusted from './trusted.ts';

const PAGE = 'https://shop.test';

/** The module in a realm of its own, since a policy is made once in each. */
async function realm(trustedTypes?: unknown): Promise<typeof Trusted> {
  vi.resetModules();
  vi.stubGlobal('origin', PAGE);
  vi.stubGlobal('trustedTypes', trustedTypes);
  return import('./trusted.ts');
}

afterEach(() => vi.unstubAllGlobals());

test.each([
  '<script>1</script>',
  '<g><image href="#a"/></g>',
  '<a href="#x"/>',
  '<gx/>',
  '<!-- -->',
  '<foreignObject><p/></foreignObject>',
  '<style>*{}</style>',
  '<animate attributeName="x"/>',
  '<path onload="x"/>',
  '<path/onload=x />',
  '<path href="https://elsewhere.test/a.svg#a"/>',
  "<path xlink:href='//elsewhere.test/a.svg#a'/>",
  '<path href=a.svg#a />',
  '<path fill="url(https://elsewhere.test/#a)"/>',
  '<path fill="url( //elsewhere.test/#a)"/>',
])('no drawing: %s', async (markup) => {
  const { trustedDrawing } = await realm();
  expect(() => trustedDrawing(markup)).toThrow(expect.objectContaining({ code: 'internal' }));
});

test.each([
  '<svg viewBox="0 0 1 1"><g><path d="M0 0h1" fill="url(#leaf)" stroke-linecap="round"/></g></svg>',
  '<defs><linearGradient id="a"><stop offset="1"/></linearGradient><mask id="b"/></defs>',
  '<path href="#a"/>',
])('a drawing passes as it is: %s', async (markup) => {
  const { trustedDrawing } = await realm();
  expect(trustedDrawing(markup)).toBe(markup);
});

test.each([
  'https://elsewhere.test/a.js',
  'data:text/javascript,1',
  'blob:https://shop.test/1',
  'javascript:1',
])('no script of the app: %s', async (address) => {
  const { trustedScript } = await realm();
  expect(() => trustedScript(address)).toThrow('Not of this app');
  expect(() => trustedScript(address, 'told')).toThrow('Not of this app');
});

test('a worker is a blob that tells what is refused, and imports the one module', async () => {
  const { trustedScript } = await realm();
  const blobs: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    blobs.push(blob as Blob);
    return 'blob:1';
  });
  expect(trustedScript(`${PAGE}/assets/vault.js`, 'told "here"')).toBe('blob:1');
  const text = await blobs[0]!.text();
  expect(text).toContain(`import "${PAGE}/assets/vault.js";`);
  expect(text).toContain(String.raw`new BroadcastChannel("told \"here\"")`);
});

test('what is given out is the browser’s own type, of the one policy', async () => {
  const made: string[] = [];
  const { trustedScript } = await realm({
    createPolicy: (name: string, rules: { createScriptURL(address: string, told: string): string }) => {
      made.push(name);
      return {
        ...rules,
        createScriptURL: (...given: [string, string]) => ({ trusted: rules.createScriptURL(...given) }),
      };
    },
  });
  expect(trustedScript(`${PAGE}/service-worker.js`)).toEqual({ trusted: `${PAGE}/service-worker.js` });
  expect(made).toEqual(['homebody']);
});
