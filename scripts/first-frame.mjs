/**
 * What the first frame needs stands in the page itself: the script that sets theme and language, and the page's
 * first styles. Each as a file of its own, it would be a trip to the host before anything is drawn.
 */
import { createHash } from 'node:crypto';

const BOOT = /<script src="[./]*(src\/[^"]+\/boot\.js)"><\/script>/;
const STYLES = /\n\s*<link rel="stylesheet"[^>]* href="\.\/(assets\/index-[^"]+\.css)">/;

const hashOf = (text) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

/**
 * @param html the page as it was built
 * @param read the text of a file of the build, by its path
 * @returns the page with both in it, their hashes for the policy, and the file that nobody asks for any more
 */
export function withFirstFrame(html, read) {
  const [, boot] = BOOT.exec(html) ?? [];
  const [, sheet] = STYLES.exec(html) ?? [];
  if (!boot || !sheet) throw new Error('index.html names no boot.js, or no first styles.');
  // Without the comments, which nobody reads there.
  const script = read(boot)
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .trim();
  // Its addresses were relative to itself.
  const style = read(sheet).trim().replaceAll('url(./', 'url(./assets/');
  return {
    html: html
      .replace(BOOT, () => `<script>${script}</script>`)
      .replace(STYLES, () => `<style>${style}</style>`),
    scripts: [hashOf(script)],
    styles: [hashOf(style)],
    sheet,
  };
}
