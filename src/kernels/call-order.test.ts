import { describe, expect, test } from 'vitest';
import { CallOrder } from './call-order.ts';

const a = { name: 'a' };
const b = { name: 'b' };

/** A call that runs until `finish` is called, and writes its name into `log` when it starts. */
function longCall(log: string[], name: string) {
  let finish!: () => void;
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const start = (): Promise<void> => {
    log.push(name);
    return done;
  };
  return { start, finish };
}

describe('CallOrder', () => {
  test('starts a call at once, before it returns, when nothing is open', async () => {
    const log: string[] = [];
    const run = new CallOrder().run({
      reads: [],
      writes: [a],
      place: 'host',
      start: () => void log.push('w'),
    });
    expect(log).toEqual(['w']);
    await run;
  });

  test('a read waits for the write before it; an unrelated call does not', async () => {
    const log: string[] = [];
    const order = new CallOrder();
    const write = longCall(log, 'write a');
    const first = order.run({ reads: [], writes: [a], place: 'threads', start: write.start });
    const second = order.run({ reads: [a], writes: [], place: 'host', start: () => void log.push('read a') });
    await order.run({ reads: [b], writes: [], place: 'host', start: () => void log.push('read b') });
    expect(log).toEqual(['write a', 'read b']);
    write.finish();
    await Promise.all([first, second]);
    expect(log).toEqual(['write a', 'read b', 'read a']);
  });

  test('a write waits for the read before it, and for the call that waits for that read', async () => {
    const log: string[] = [];
    const order = new CallOrder();
    const read = longCall(log, 'read a');
    const all = [
      order.run({ reads: [a], writes: [], place: 'threads', start: read.start }),
      order.run({ reads: [], writes: [a, b], place: 'host', start: () => void log.push('write a b') }),
      order.run({ reads: [b], writes: [], place: 'host', start: () => void log.push('read b') }),
    ];
    expect(log).toEqual(['read a']);
    read.finish();
    await Promise.all(all);
    expect(log).toEqual(['read a', 'write a b', 'read b']);
  });

  test('two reads of one buffer run side by side', () => {
    const log: string[] = [];
    const order = new CallOrder();
    void order.run({ reads: [a], writes: [], place: 'host', start: longCall(log, 'one').start });
    void order.run({ reads: [a], writes: [], place: 'host', start: longCall(log, 'two').start });
    expect(log).toEqual(['one', 'two']);
  });

  test('conflicting calls of the threads are handed over at once: they keep order among themselves', () => {
    const log: string[] = [];
    const order = new CallOrder();
    void order.run({ reads: [], writes: [a], place: 'threads', start: longCall(log, 'one').start });
    void order.run({ reads: [a], writes: [], place: 'threads', start: longCall(log, 'two').start });
    expect(log).toEqual(['one', 'two']);
  });

  test('a call of the threads does not overtake one that waits for the host', async () => {
    const log: string[] = [];
    const order = new CallOrder();
    const host = longCall(log, 'host writes a');
    const all = [
      order.run({ reads: [], writes: [a], place: 'host', start: host.start }),
      order.run({ reads: [a], writes: [], place: 'threads', start: () => void log.push('threads read a') }),
      order.run({ reads: [], writes: [b], place: 'threads', start: () => void log.push('threads write b') }),
    ];
    expect(log).toEqual(['host writes a']);
    host.finish();
    await Promise.all(all);
    expect(log).toEqual(['host writes a', 'threads read a', 'threads write b']);
  });

  test('a call that fails rejects, and lets the next one run', async () => {
    const order = new CallOrder();
    const fails = order.run({
      reads: [],
      writes: [a],
      place: 'host',
      start: () => Promise.reject(new Error('no')),
    });
    const log: string[] = [];
    const next = order.run({ reads: [a], writes: [], place: 'host', start: () => void log.push('read') });
    await expect(fails).rejects.toThrow('no');
    await next;
    expect(log).toEqual(['read']);
  });

  test('a chain of 20,000 calls that wait for one ends in their order', async () => {
    const order = new CallOrder();
    const first = longCall([], 'first');
    const log: number[] = [];
    const all = [order.run({ reads: [], writes: [a], place: 'host', start: first.start })];
    for (let at = 0; at < 20_000; at++) {
      all.push(order.run({ reads: [], writes: [a], place: 'host', start: () => void log.push(at) }));
    }
    first.finish();
    await Promise.all(all);
    expect(log.every((at, place) => at === place)).toBe(true);
    expect(log).toHaveLength(20_000);
  });

  test('a call that reads what it writes does not wait for itself', async () => {
    const log: string[] = [];
    await new CallOrder().run({ reads: [a], writes: [a], place: 'host', start: () => void log.push('ran') });
    expect(log).toEqual(['ran']);
  });

  test('abandon rejects what waits and leaves what runs', async () => {
    const log: string[] = [];
    const order = new CallOrder();
    const running = longCall(log, 'runs');
    const first = order.run({ reads: [], writes: [a], place: 'host', start: running.start });
    const second = order.run({ reads: [a], writes: [b], place: 'host', start: () => void log.push('never') });
    const third = order.run({ reads: [b], writes: [], place: 'host', start: () => void log.push('never') });
    order.abandon(new Error('gone'));
    await expect(second).rejects.toThrow('gone');
    await expect(third).rejects.toThrow('gone');
    running.finish();
    await first;
    expect(log).toEqual(['runs']);
  });
});
