import type { PrivacyWords } from '../../privacy-in-english.ts';
import { belongings } from './belongings.ts';
import { lf } from '../lab/voice.ts';
import { f } from '../voice.ts';

const MINUTE = 60_000;
/** From when to when; a single day once. */
const days = (range: readonly string[]): string => [...new Set(range)].join(' 至 ');

export const copies: PrivacyWords['copies'] = {
  title: '带走一份',
  lead: '给另一台设备，或者留给自己看。文件去您放下载的地方，别处不去。',
  brief: (pending) => (pending === 0 ? '一份备份，或一份明文' : '有一次恢复中断了'),

  make: {
    title: '做一份备份',
    lead: '保存的一切，放进一个加密的文件。带着它可以搬到另一台设备，也可以在这里找回丢失的东西。',
    passphrase: '备份的口令',
    hint: '至少 8 个字符。几个词连在一起，比一个古怪的词好记，也更难猜。',
    again: '再输一遍同样的口令',
    tooShort: '不足 8 个字符。',
    differs: '两次输入的不一样。',
    act: '做一份备份',
    done: (name, bytes) =>
      `${name}（${f.bytes(bytes)}）正送往您放下载的地方。口令也要收好：没有它谁也打不开这个文件，您自己也不行。`,
    saveAgain: '再存一次',
  },

  work: {
    names: { backup: '备份', restore: '恢复' },
    phases: {
      key: '正在由口令生成钥匙',
      reading: '正在读取',
      writing: '正在加密并写入',
      committing: '正在各就各位',
    },
    far: (done, total) => (total === 0 ? '' : `${f.bytes(done)}，共 ${f.bytes(total)}`),
    left: (ms) =>
      ms < 1.5 * MINUTE
        ? `大约还要 ${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))}`
        : `大约还要 ${lf.duration(ms)}`,
    percent: (fraction) => f.percent(fraction),
    cancel: '取消',
    cancelling: '正在停下…',
  },

  restore: {
    title: '恢复一份备份',
    lead: '找回备份里的东西，无论它在哪台设备上做的。先让您看里面有什么；您没有点头，什么都不变。',
    drop: '把备份拖到这里',
    dropHere: '松手即选中',
    choose: '选择备份',
    file: (name, bytes) => `${name}，${f.bytes(bytes)}`,
    other: '换一个文件',
    passphrase: '这份备份的口令',
    open: '看看里面',
    opening: '正在打开…',
    holds: '里面有什么',
    facts: {
      madeAt: '制作时间',
      events: '您的足迹',
      catalogues: '您带来的目录',
      models: '训练好的模型',
      lab: '实验与调参',
    },
    at: (at) => `${f.date(at)} ${f.time(at)}`,
    events: ({ events, dateRange }) =>
      dateRange
        ? `${f.number(events)} 条，${days(dateRange.map((at) => f.date(at)))}`
        : `${f.number(events)} 条`,
    names: (names) => (names.length === 0 ? '没有' : names.join('、')),
    number: (value) => (value === 0 ? '没有' : f.number(value)),
    how: '怎样找回',
    merge: '添加到这里已有的',
    mergeChange: (brought) => {
      const what = belongings(brought);
      return what === '' ? '这里的都留着。除了设置，没有要添的。' : `这里的都留着，只添缺的：${what}。`;
    },
    replace: '取代这里已有的',
    replaceChange: (here) => {
      const what = belongings(here);
      return what === '' ? '您在这里的设置会被取代。' : `这里的会消失：${what}，以及您的设置。此举无法撤销。`;
    },
    prefer: '两边都有模型或设置时，保留',
    here: '这里的',
    backup: '备份里的',
    goesOn: '这份备份有过一次中断的恢复。照此选择，会从停下的地方接着做。',
    act: { merge: '添加', replace: '取代这里的' },
    sure: '取代这里已有的？',
    keep: '留着这里的',
    not: '暂时不了',
    done: ({ eventsAdded, eventsKnown, cataloguesAdded, modelsAdded, labAdded }) => {
      const what = belongings({
        events: eventsAdded,
        catalogues: cataloguesAdded,
        models: modelsAdded,
        lab: labAdded,
      });
      const known = eventsKnown === 0 ? '' : `另有 ${f.number(eventsKnown)} 条足迹这里本来就有。`;
      return (what === '' ? '恢复好了，没有要添的。' : `恢复好了：${what}。`) + known;
    },
    toShelves: '去看货架',
    pending: ({ madeAt, bytesRead, bytes }) =>
      `${f.date(madeAt)} 那份备份的恢复中断了：已读 ${f.bytes(bytesRead)}，共 ${f.bytes(bytes)}。选同一个文件，就从停下的地方接着做。`,
    discard: '丢弃已读的部分',
  },

  plain: {
    title: '一份明文',
    lead: '用来阅读、统计、收藏。它没有加密：拿到文件的人都能读。',
    csv: '存为 CSV',
    csvWhat: '您的足迹，一行一条。适合电子表格。',
    json: '存为 JSON',
    jsonWhat: '您的足迹、设置，以及每个目录的概况。适合程序。',
    done: (name) => `${name} 正送往您放下载的地方。`,
  },
};
