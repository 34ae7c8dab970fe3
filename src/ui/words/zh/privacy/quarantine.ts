import type { DamageCause, DamagedRecord } from '../../../../domain/damage.ts';
import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f, quoted } from '../voice.ts';

const kinds: Readonly<Record<string, string>> = {
  model: '训练好的模型',
  training: '没有做完的训练',
  run: '实验室的一次实验',
  study: '实验室的一次调参',
  promotion: '由哪次实验排货架',
};

const whats: Readonly<Record<string, (name: string | null) => string>> = {
  events: (name) => (name === null ? '您的一条足迹' : `您的一条足迹，第 ${name} 号`),
  settings: () => '您的设置',
  catalogues: (name) => (name === null ? '一个目录' : `目录${quoted(name)}`),
  catalogueChunks: (name) => (name === null ? '一个目录的一块' : `${quoted(name)}的一块`),
  checkpoints: () => '一个训练好的模型',
  checkpointChunks: (name) => `“${kinds[name ?? ''] ?? '一个模型'}”的一块`,
  lab: (name) => `“${kinds[name ?? ''] ?? '实验室里的东西'}”的记录`,
  labChunks: (name) => `“${kinds[name ?? ''] ?? '实验室里的东西'}”的一块`,
  restores: () => '从备份里读到的部分',
  head: () => '计数',
  manifest: () => '应有之物的清单',
};

const causes: Readonly<Record<DamageCause, string>> = {
  unreadable: '解不开：它被改动过，或者磁盘出了错。',
  moved: '它是从别处挪到这里的。',
  'rolled-back': '它被换回了旧的样子。',
  missing: '它被拿走了。',
  unexpected: '它本已移除，却又出现了。',
};

const discards: Readonly<Record<DamagedRecord['discards'], (count: number) => string>> = {
  nothing: () => '丢弃只是拿掉这一行。',
  record: () => '丢弃会移除这条记录。',
  catalogue: (count) =>
    `丢弃会移除这个目录，连同它的记录和模型${count === 0 ? '' : `，以及您在其中的 ${f.number(count)} 条足迹`}。`,
  checkpoint: () => '丢弃会移除这个模型，它可以重新训练。',
  lab: () => '丢弃会移除它所属的实验或调参。',
};

export const quarantine: PrivacyWords['quarantine'] = {
  title: '损坏的记录',
  lead: '是小店之外的什么改动了它们，或者是磁盘。它们被跳过；其余的都没有动。',
  brief: (total) => `${f.number(total)} 条损坏的记录`,
  what: ({ store, name }) => whats[store]?.(name) ?? store,
  why: ({ cause }) => causes[cause],
  discards: ({ discards: what, events: count }) => discards[what](count),
  seen: (at) => `最早发现于 ${f.date(at)} ${f.time(at)}`,
  listed: (shown, total) => `共 ${f.number(total)} 条，这里是最新的 ${f.number(shown)} 条。`,
  discard: '丢弃',
  discardOf: (what) => `丢弃：${what}`,
  discardAll: (total) => `全部丢弃，共 ${f.number(total)} 条`,
  sure: '永久丢弃它？',
  sureAll: (total) => `永久丢弃全部 ${f.number(total)} 条？`,
  all: '挂靠在损坏记录上的一切都会随之消失：目录会连同它的记录、模型和您在其中的足迹。',
  final: '此举无法撤销。更早的备份里也许还有。',
  keep: '先留着',
};
