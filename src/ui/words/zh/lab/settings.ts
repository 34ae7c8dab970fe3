import type { LabWords } from '../../lab-in-english.ts';
import { lf } from './voice.ts';

const named: Readonly<Record<string, { readonly name: string; readonly what: string }>> = {
  dim: { name: '宽度', what: '每个人、每件东西有多少特征。越多懂得越细，也越慢。' },
  epochs: { name: '遍数', what: '把整份记录学多少遍。' },
  regularisation: { name: '约束', what: '让数字保持小。太强会忘掉少见的，太弱会死记偶然。' },
  regularisationExponent: { name: '按频次约束', what: '为 1 时越常见约束越强；为 0 时一视同仁。' },
  unobservedWeight: { name: '没选的分量', what: '某人没选一件东西这件事，相比选了，占多大分量。' },
  initialStddev: { name: '起点的散布', what: '开始时随机数散得多开。' },
  cgSteps: { name: '每行的步数', what: '每一遍里，每行解得多精确。' },
  halfLifeDays: { name: '半衰期（天）', what: '早这么多天的只算一半。为 0 时都一样算。' },
  l2: { name: '约束 (λ)', what: '让权重保持小。大则稳，小则大胆。' },
  k: { name: '邻居数', what: '每件东西留多少个最近的。' },
  shrink: { name: '存疑', what: '只有很少人共有的，不太信。' },
  weighting: { name: '记录的权重', what: 'BM25 让人人都有的少算一些。' },
  sourceDecay: { name: '过去的衰减', what: '越早的东西，分量减得多快。' },
  targetDecay: { name: '将来的衰减', what: '越晚的东西，分量减得多快。' },
  queryDecay: { name: '询问时的衰减', what: '来客较早的记录，分量减得多快。' },
  window: { name: '窗口', what: '只看最近多少条记录。' },
  horizon: { name: '远望', what: '往后多少步还算“接下来”。' },
  iterations: { name: '迭代', what: '特征细修多少次。' },
  popularityDamping: { name: '压低常见', what: '减轻人人都选的东西的分量。' },
  weight: { name: '后者的权重', what: '留空则用留出的记录检验得出。' },
  validationUsers: { name: '检验的人数', what: '由多少人留出的记录来定。' },
  negatives: { name: '没选的东西', what: '每选一件，随机配多少件没选的。' },
  learningRate: { name: '学习率', what: '每一步多长。太长会绊倒。' },
  batchSize: { name: '批量', what: '每步看多少例。小则细，大则快。' },
  hiddenLayers: { name: '层数', what: '神经网络有多深。' },
  pretrainEpochs: { name: '预先的遍数', what: '两半先各自训练。' },
  fusedLearningRate: { name: '合并后的学习率', what: '预先训练之后的步长。' },
  maxLength: { name: '历史长度', what: '读最近多少条记录。' },
  length: { name: '历史长度', what: '读最近多少条记录。' },
  blocks: { name: '块数', what: '叠多少层注意力。' },
  heads: { name: '头数', what: '每层同时从多少个角度看。' },
  layers: { name: '层数', what: '叠多少层。' },
  dropout: { name: '随机舍弃', what: '训练时随机丢下多少，免得死记。' },
  hidden: { name: '记忆的宽度', what: '网络用多少个数记住一段历史。' },
  verticalFilters: { name: '竖滤波器', what: '逐个特征的模式。' },
  horizontalFilters: { name: '横滤波器', what: '连着几条记录的模式。' },
  height: { name: '高度', what: '滤波器看最近的多少条记录。' },
  patience: { name: '耐心', what: '连续这么多遍检验没有更好，就结束。' },
  maxMinutes: { name: '至多几分钟', what: '到时不再开始新的一遍。' },
  seed: { name: '种子', what: '同样的种子，同样的结果。' },
};
const halves: Readonly<Record<string, string>> = { first: 'SLIST', second: 'EASE' };

const isAny = ({ min, max }: { readonly min: number; readonly max: number }): boolean =>
  min <= Number.MIN_SAFE_INTEGER && max >= Number.MAX_SAFE_INTEGER;

export const settings: LabWords['settings'] = {
  name: (field) => {
    const [part, last] = field.includes('.') ? field.split('.') : [undefined, field];
    const name = named[last ?? field]?.name ?? field;
    return part === undefined ? name : `${halves[part] ?? part}：${name}`;
  },
  what: (field) => named[field.split('.').at(-1) ?? field]?.what ?? '',
  values: { none: '不加权', bm25: 'BM25' },
  range: (spec) => {
    if (spec.kind === 'boolean' || spec.kind === 'choice') return '';
    const what = spec.kind === 'integer' ? '整数' : '数';
    if (isAny(spec)) return what;
    const low = lf.value(spec.min);
    if (!Number.isFinite(spec.max)) return spec.open ? `大于 ${low} 的${what}` : `不小于 ${low} 的${what}`;
    return spec.open
      ? `大于 ${low}、不超过 ${lf.value(spec.max)} 的${what}`
      : `${low} 到 ${lf.value(spec.max)} 的${what}`;
  },
  mustBe: (range) => `这里要填${range}。`,
  usual: ([from, to]) => `常用 ${lf.value(from)} 到 ${lf.value(to)}。`,
  found: '自动得出',
  on: '是',
};
