/**
 * What comes before anything else stands in the page itself: the scripts that close its gate and set theme and
 * language, and the page's first styles. Each as a file of its own, it would be a trip to the host before anything
 * is drawn.
 */
import { createHash } from 'node:crypto';

const SCRIPT = /<script src="[./]*(src\/[^"]+\/(?:gate|boot)\.js)"><\/script>/g;
const SCRIPTS = 2;
const STYLES = /\n\s*<link rel="stylesheet"[^>]* href="\.\/(assets\/index-[^"]+\.css)">/;

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * @param html the page as it was built
 * @param read the text of a file of the build, by its path
 * @returns the page with all of it, the hashes for the policy, and the file that nobody asks for any more
 */
export function withFirstFrame(html, read) {
  const [, sheet] = STYLES.exec(html) ?? [];
  // Without the comments, which nobody reads there.
  const scripts = [...html.matchAll(SCRIPT)].map(([, file]) =>
    read(file)
      .replaceAll(/\/\*[\s\S]*?\*\/|^ *\/\/.*$/gm, '')
      .trim(),
  );
  if (scripts.length !== SCRIPTS || !sheet) {
    throw new Error('index.html names no gate.js, no boot.js, or no first styles.');
  }
  // Its addresses were relative to itself.
  const style = read(sheet).trim().replaceAll('url(./', 'url(./assets/');
  const hashes = scripts.map(hashOf);
  return {
    html: html
      .replaceAll(SCRIPT, () => `<script>${scripts.shift()}</script>`)
      .replace(STYLES, () => `<style>${style}</style>`),
    scripts: hashes,
    styles: [hashOf(style)],
    sheet,
  };
}
