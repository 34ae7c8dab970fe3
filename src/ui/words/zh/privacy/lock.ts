import type { PrivacyWords } from '../../privacy-in-english.ts';
import { locked } from '../locked.ts';
import { f } from '../voice.ts';

const when = (at: number): string => `${f.date(at)} ${f.time(at)}`;

export const lock: PrivacyWords['lock'] = {
  title: '门锁',
  lead: '没有口令，谁用这个浏览器，谁就能看到您的足迹；有了口令，别人就进不了门。',
  brief: (passphrase) => {
    if (passphrase === null) return '愿意的话，设一个口令';
    return passphrase ? '用您的口令打开' : '自己会开';
  },
  opening: '正在看门锁',

  passphrase: '口令',
  again: '再输一遍同样的口令',
  hint: '至少 8 个字符。长短最要紧：四五个不相干的词连在一起，好记，也难猜。',
  tooShort: '不足 8 个字符。',
  tooLong: '超过了 1024 个字符。',
  differs: '两次输入的不一样。',
  same: '这就是现在的口令。请另选一个。',
  working: '正在把它变成钥匙……',

  set: {
    title: '设一个口令',
    lead: '从此小店只用它打开，重新载入之后也一样。',
    warning:
      '请记住它，或写下来放在安全的地方。没有它谁也打不开小店：我们也不能，而且无法重设。备份是一条退路。',
    backup: '先做一份备份',
    act: '设下口令',
  },
  done: {
    set: '设好了。从现在起，小店用您的口令打开。',
    changed: '改好了。旧口令什么也打不开了。',
    removed: '移除了。小店在这个浏览器里会自己打开。',
    added: '从现在起，这个通行密钥也能打开小店。',
    revoked: '移除了。那个通行密钥在这里什么也打不开了；保管通行密钥的地方也许还列着它。',
  },

  now: {
    title: '锁上',
    lead: '每个标签页都收起正在显示的内容，再打开要用口令。',
    act: '现在锁上',
    after: '自动上锁',
    minutes: (minutes) => (minutes === 0 ? '从不' : `离开 ${f.number(minutes)} 分钟后`),
    counts: '您在小店任何一个标签页里的举动，对所有标签页都算数。',
  },

  passkeys: {
    title: '通行密钥',
    lead: '用指纹、面容或安全密钥代替输入。口令仍然有效。',
    none: '还没有。',
    notHere: '这个浏览器，或这个网址，不能为此使用通行密钥。',
    name: (at) => `添加于 ${when(at)}`,
    add: '添加通行密钥',
    addLead: '先用口令说明是您本人，然后浏览器会请您使用通行密钥。',
    asking: '正在等浏览器……',
    remove: '移除',
    removeOf: (at) => `移除 ${when(at)} 添加的通行密钥`,
  },

  change: {
    title: '口令',
    lead: '给同一把钥匙换一个口令：保存的内容不必重新加密，通行密钥照样能用。',
    open: '更改口令',
    next: '新口令',
    nextAgain: '再输一遍新口令',
    act: '更改',
  },
  remove: {
    open: '移除口令',
    title: '移除口令？',
    lead: '谁用这个浏览器，小店都会自己打开。保存的内容仍然加密。通行密钥随口令一起移除。',
    act: '移除',
    keep: '留着',
  },

  proof: {
    current: '现在的口令',
    missing: '请先输入口令。',
    wrong: '口令不对。什么都没有变。',
    wrongPasskey: locked.wrongPasskey,
    passkey: '改用通行密钥',
    wait: locked.wait,
    waitOver: locked.waitOver,
  },
};
