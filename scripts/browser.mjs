/**
 * Finds a Chromium for the tests and says how to start it. Order: HOMEBODY_CHROMIUM, Playwright's own
 * download, a Chromium or Chrome of the system.
 */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

const SYSTEM_NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

/** Path of a Chromium executable, or null. */
export function findChromium() {
  const named = process.env['HOMEBODY_CHROMIUM'];
  if (named) return existsSync(named) ? named : null;
  const own = chromium.executablePath();
  if (own && existsSync(own)) return own;
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    for (const name of SYSTEM_NAMES) {
      const candidate = join(folder, name);
      if (existsSync(candidate)) return candidate;
    }
  }
  return null;
}

/** WebGPU on the software adapter where there is no GPU; none of the browser's own calls home. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
  '--disable-background-networking',
  '--disable-quic',
  '--no-first-run',
  '--disable-component-update',
  '--disable-sync',
];
