import type { StoredChunksThing, StoredWrapThing } from '../../../../domain/ownership.ts';
import type { PrivacyWords } from '../../privacy-in-english.ts';
import { tellBy } from '../../told-thing.ts';
import { done, f } from '../voice.ts';

const models: Readonly<Record<string, string>> = { model: '训练好的模型', training: '没有做完的训练' };
const experiments: Readonly<Record<string, string>> = {
  run: '一次实验',
  study: '一次调参',
  promotion: '由哪次实验排货架',
  release: '私密地交出去的一个文件',
};
const settings: Readonly<Record<string, string>> = {
  adventurousness: '货架有多大胆',
  muted: '您不想看到的',
  removal: '即将移除的目录',
  current: '现在打开的目录',
  lockAfter: '无人使用多少分钟后自动上锁',
};
const locks: Readonly<Record<StoredWrapThing['how'], readonly [string, string]>> = {
  device: ['钥匙，由这个浏览器保管', '无需询问就能打开，但只在这个浏览器的这份用户配置里。'],
  passphrase: ['钥匙，用您的口令锁着', '只有口令能打开。'],
  passkey: ['钥匙，用一把通行密钥锁着', '只有那把通行密钥能打开。'],
};
const counters: Readonly<Record<string, string>> = {
  lastEventId: '有过的最新一条足迹的编号',
  logVersion: '足迹的改动次数',
  changes: '所有改动的次数',
};

const gone = '所属的目录已不在';
const pieces = (count: number): string => `${f.number(count)} 块`;
const together = (chunks: number, bytes: number): readonly string[] =>
  chunks === 0 ? [] : [pieces(chunks), f.bytes(bytes)];

function owner(of: StoredChunksThing['of']): string {
  if (of === null) return '某件事中断之前读到的部分';
  if (of.store === 'catalogues') return '一个目录的物品和记录';
  return (of.store === 'lab' ? experiments : models)[of.what] ?? of.what;
}

const tell: ReturnType<typeof tellBy> = tellBy({
  event: (thing, catalogue) => ({
    title: thing.title ?? thing.item,
    details: [`${done[thing.event]}，${f.date(thing.at)} ${f.time(thing.at)}`, catalogue ?? gone],
  }),
  catalogue: (thing, catalogue) => ({
    title: catalogue ?? thing.name,
    details: [
      `${f.number(thing.items)} 件`,
      `${f.number(thing.users)} 人`,
      `${f.number(thing.interactions)} 条记录`,
      ...together(thing.chunks, thing.bytes),
    ],
  }),
  checkpoint: (thing, catalogue) => ({
    title: models[thing.what] ?? thing.what,
    details: [catalogue ?? gone, ...together(thing.chunks, thing.bytes)],
  }),
  lab: (thing, catalogue) => ({
    title: experiments[thing.what] ?? thing.what,
    details: [catalogue ?? gone, ...together(thing.chunks, thing.bytes)],
  }),
  setting: (thing) => ({ title: settings[thing.name] ?? thing.name, details: [thing.value] }),
  chunks: (thing, catalogue) => ({
    title: owner(thing.of),
    details: [...(thing.of === null ? [] : [catalogue ?? gone]), pieces(thing.chunks)],
  }),
  wrap: (thing) => ({ title: locks[thing.how][0], details: [locks[thing.how][1]] }),
  counter: (thing) => ({ title: counters[thing.name] ?? thing.name, details: [f.number(thing.value)] }),
  restore: (thing) => ({
    title: `恢复 ${f.date(thing.madeAt)} 的备份`,
    details: [`已读 ${f.bytes(thing.bytesRead)}，共 ${f.bytes(thing.bytes)}`],
  }),
  unreadable: (thing) => ({ title: thing.key, details: ['存着，但没有人读得懂的内容'] }),
});

export const things: PrivacyWords['things'] = {
  tell,
  page: (from, to, total) =>
    from === to
      ? `第 ${f.number(from)} 条，共 ${f.number(total)} 条`
      : `第 ${f.number(from)} 至 ${f.number(to)} 条，共 ${f.number(total)} 条`,
  previous: '上一页',
  next: '下一页',
  empty: '这里什么也没有存。',
  loading: '正在读取保存的内容',
  list: '存在这里的',
};
