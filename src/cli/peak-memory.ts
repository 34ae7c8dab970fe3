import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held so far, bytes. Linux counts in `maxRSS` what the process that
 * started this one had held, so its own high-water mark is asked for first.
 */
export function peakMemoryBytes(): number {
  return 1024 * (highWaterKilobytes() ?? process.resourceUsage().maxRSS);
}

function highWaterKilobytes(): number | null {
  try {
    const [, kilobytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
    return kilobytes === undefined ? null : Number(kilobytes);
  } catch {
    return null; // Not Linux.
  }
}
