import { KNOWN_SHARE } from '../../../../domain/evaluation.ts';
import type { LabProtocol } from '../../../../domain/lab.ts';
import type { LabWords } from '../../lab-in-english.ts';
import { f } from '../voice.ts';
import { lf } from './voice.ts';

export const protocols: LabWords['protocols'] = {
  'leave-one-out': {
    name: '留出最后一件',
    what: '藏起每个人最后选的一件；模型把他没选过的全部排序。',
    amount: '询问的人数',
    amountHint: '至多这么多人。',
  },
  temporal: {
    name: '留出最新的记录',
    what: '所有人用同一个时间点：用之前的猜之后的。最接近实际使用。',
    amount: '留出 %',
    amountHint: '记录中最新的部分。',
  },
  strong: {
    name: '留出整个人',
    what: `有些人完全不用来学。其中每人选过的，告诉模型 ${lf.share(KNOWN_SHARE)}，其余要猜。`,
    amount: '留出的人 %',
    amountHint: '随机抽取。',
  },
  'k-fold': {
    name: '交叉验证',
    what: '把每个人选过的分到几份里。每份留出一次，各训练一遍；最后再用全部训练。',
    amount: '份数',
    amountHint: '训练同样多遍，再加一遍。',
  },
};

export function protocolShort(protocol: LabProtocol): string {
  switch (protocol.name) {
    case 'leave-one-out':
      return '留一法，全量排序';
    case 'temporal':
      return `按时间，最新 ${lf.share(protocol.testShare)}`;
    case 'strong':
      return `${lf.share(protocol.testShare)} 的人未见过`;
    case 'k-fold':
    default:
      return `${f.number(protocol.folds)} 折，随机`;
  }
}

export function protocolLong(protocol: LabProtocol, users: number): string {
  return `${protocols[protocol.name].what}问了 ${f.number(users)} 个人，不抽样。`;
}

export const named = (words: Readonly<Record<string, { readonly name: string }>>, name: string): string =>
  words[name]?.name ?? name;
