import type { LockedWords } from '../en/locked.ts';
import { f } from './voice.ts';

const MINUTE = 60_000;

const wait = (ms: number): string =>
  ms > MINUTE
    ? `${f.number(Math.ceil(ms / MINUTE))} 分钟`
    : `${f.number(Math.max(1, Math.ceil(ms / 1000)))} 秒`;

/** 上了锁的小店，要口令才打开。 */
export const locked: LockedWords = {
  title: '已上锁',
  heading: '门锁着',
  lead: '您留在这里的一切，用您的口令打开。口令只在这台设备上核对，不会发往任何地方。',
  passphrase: '口令',
  missing: '请先输入口令。',
  unlock: '开锁',
  unlocking: '正在开锁……',
  passkey: '用通行密钥开锁',
  wrong: '这样打不开。什么都没有丢：看看大小写和输入法，再试一次。',
  wrongPasskey: '这个通行密钥打不开，可能已在这里移除。请用口令。',
  wait: (ms) => `连续几次都不对。请等 ${wait(ms)}再试。`,
  waitOver: '可以再试了。',
  forgotten: '忘记了口令？',
  nobody: [
    '那就谁也打不开了：我们不能，浏览器的制造者也不能。没有办法重设，因为除了您，从来没有人拿过这把钥匙。',
    '您可以清除一切，重新开始。之后可以恢复备份，用当初给备份的口令。',
  ],
  opening: '正在看门锁',
};
