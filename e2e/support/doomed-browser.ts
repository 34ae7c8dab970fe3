import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser.mjs';

/** A browser of its own process group, which can be killed as a whole at any moment, as by the system when it is short of memory. */
export interface DoomedBrowser {
  readonly page: Page;
  /** Ends all of its processes at once, without a word of warning. Resolves when they are gone. */
  kill(): Promise<void>;
}

/** Starts Chromium on a profile folder, which may be one that a killed browser left behind. */
export async function startDoomed(profile: string): Promise<DoomedBrowser> {
  const path = findChromium() ?? chromium.executablePath();
  const flags = ['--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
  const child = spawn(path, [...CHROMIUM_FLAGS, ...flags], {
    detached: true,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'exit');
  const kill = async (): Promise<void> => {
    // All of the group: the browser, the renderer in which the vault's worker lives, and the rest.
    if (child.exitCode === null && child.signalCode === null) killGroup(child.pid!);
    await ended;
  };
  try {
    const address = await Promise.race([debuggingAddress(child.stderr), ended.then(() => null)]);
    if (address === null) throw new Error(`Chromium ended before it began: ${path}`);
    const browser = await chromium.connectOverCDP(address);
    const context = browser.contexts()[0]!;
    return { page: context.pages()[0] ?? (await context.newPage()), kill };
  } catch (error) {
    await kill();
    throw error;
  }
}

async function debuggingAddress(stderr: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: stderr })) {
    const address = /^DevTools listening on (ws:\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    stderr.resume(); // nobody reads on, and nothing must wait for it
    return address;
  }
  return null;
}

function killGroup(pid: number): void {
  if (process.platform === 'win32') spawnSync('taskkill', ['/F', '/T', '/PID', String(pid)]);
  else process.kill(-pid, 'SIGKILL');
}
