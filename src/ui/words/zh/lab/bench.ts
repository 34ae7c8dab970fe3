import type { LabWords } from '../../lab-in-english.ts';
import { f } from '../voice.ts';
import { protocolShort } from './protocols.ts';
import { figure, lf } from './voice.ts';

const homes = { webgpu: '您的显卡', wasm: '您的处理器', reference: '您的处理器（纯 JavaScript）' } as const;

const whole = (count: number): string => f.number(Math.round(count));
const memory = (bytes: number): string => (bytes > 0 ? f.bytes(bytes) : '没有测量');

type BenchWords = Pick<LabWords, 'facts' | 'train' | 'progress' | 'curves' | 'plot' | 'board' | 'details'>;

export const bench: BenchWords = {
  facts: {
    title: '有什么可学',
    counting: '正在清点记录',
    unknown: '没能清点记录。',
    lead: (facts, name) =>
      `${name}：${f.number(facts.userCount)} 个人，${f.number(facts.itemCount)} 件东西。人们可能选的之中，选过的占 ${lf.share(facts.density)}；其余的，就要靠模型去猜。`,
    interactions: '记录',
    users: '人',
    items: '东西',
    density: '密度',
    span: '起止',
    spanOf: (span) => (span ? `${f.date(span[0])} – ${f.date(span[1])}` : '没有日期'),
    perUser: '每人的记录',
    perItem: '每件的记录',
    median: ({ median, p10, p90 }) => `${whole(median)}，多在 ${whole(p10)} 到 ${whole(p90)} 之间`,
    timed: {
      some: '只有一部分记录有时间；没有的当作最早。',
      none: '记录没有时间，所以学不出接下来会选什么。',
    },
    tail: '长尾',
    rank: '东西，最受欢迎的在前',
    takers: '选过它的人',
    head: (share) => `前五分之一占 ${lf.share(share)}`,
    tailSummary: (facts) => {
      const [first, last] = [facts.popularity[0], facts.popularity.at(-1)];
      return first && last
        ? `最受欢迎的有 ${f.number(first.users)} 人选过，一路降到第 ${f.number(last.rank)} 名的 ${f.number(last.users)} 人。`
        : '还没有记录。';
    },
    tailMeaning: (facts) =>
      `最受欢迎的五分之一，占了所有被选的 ${lf.share(facts.headShare)}。${facts.untouchedItems > 0 ? `有 ${f.number(facts.untouchedItems)} 件从没有人选过。` : ''}`,
  },

  train: {
    title: '下一次实验',
    model: '模型',
    noFoldIn: '它只认识记录里的人：货架上，来客看到的会是大家常选的。',
    more: (count) => `${f.number(count)} 项更细的设置`,
    protocol: '怎样测量',
    randomSplit:
      '这份记录有时间，而这种方法随机划分：模型会学到后来的事，看上去比实际用起来要好。“留出最新的记录”不会这样。',
    seed: '种子',
    seedHint: '同样的种子，同样的实验。',
    start: '训练并测量',
    defaults: '恢复默认',
    busy: '一次只做一件：正在进行的结束后才能开始。',
  },

  progress: {
    title: (model) => `${model} 正在学习`,
    waiting: '正在等另一次训练结束',
    stopping: '正在停下 …',
    cancel: '取消',
    percent: (fraction) => f.percent(fraction),
    left: (ms) =>
      Number.isFinite(ms) ? `大约还要 ${lf.duration(Math.max(1000, Math.ceil(ms / 1000) * 1000))}` : '',
    what: ({ phase, part, parts, epoch, epochs }, passes) => {
      const whole =
        parts > 1 && part > parts - 1 ? '用全部' : `第 ${f.number(part)} 份，共 ${f.number(parts)} 份`;
      const which = parts > 1 ? `，${whole}` : '';
      if (phase === 'preparing') return `正在准备${which}`;
      if (phase === 'evaluating') return `正在用没见过的记录测量${which}`;
      if (phase === 'saving') return '正在收好';
      if (epochs > 1) return `第 ${f.number(epoch)} 遍，共 ${f.number(epochs)} 遍${which}`;
      return `${passes ? '正在学习' : '正在求解'}${which}`;
    },
    where: ({ home, peakBytes, elapsedMs }) =>
      `在${homes[home]}上，${peakBytes > 0 ? `至多用 ${f.bytes(peakBytes)}，` : ''}已过 ${lf.duration(elapsedMs)}。货架不受影响。`,
    recovered: (epoch) => `显卡断开了。已从第 ${f.number(epoch)} 遍接着进行，什么也没丢。`,
  },

  curves: {
    pass: '遍',
    loss: '损失：还错多少',
    validation: '留出的人的 NDCG@10',
    lossSummary: (losses) => {
      const [first, last] = [losses[0], losses.at(-1)];
      return first === undefined || last === undefined
        ? '还没有损失值。'
        : `${f.number(losses.length)} 遍的损失：从 ${lf.value(first)} 到 ${lf.value(last)}。`;
    },
    validationSummary: (points) => {
      const [first, last] = [points[0], points.at(-1)];
      return first && last
        ? `留出的人的 NDCG@10：第 ${f.number(first.epoch)} 遍后 ${figure(first.ndcgAt10)}，第 ${f.number(last.epoch)} 遍后 ${figure(last.ndcgAt10)}。`
        : '这个模型在训练途中无法询问。';
    },
  },

  plot: {
    at: (axis, x, values) => `${axis} ${x}：${values.join('，')}`,
    none: '还没有可画的',
    table: '看表格',
    nothing: '–',
  },

  board: {
    title: '榜单',
    landed: (name, ndcg) =>
      ndcg === undefined ? `${name} 已上榜。` : `${name} 已上榜：NDCG@10 ${figure(ndcg)}。`,
    empty: '还没有实验',
    emptyHint: '先训练一个：EASE 只要几秒，也让您知道别的模型要胜过什么。',
    servedBy: (model, ago) => `货架现由 ${model} 排序，它是${ago}训练的。`,
    servedByPopularity: '货架现按“大家常选”排序。',
    serves: '正在排货架',
    rollBack: (model) => `退回 ${model}`,
    sort: '排序',
    sorts: {
      at: '最新',
      model: '模型',
      protocol: '测量方法',
      ndcgAt10: 'NDCG@10',
      hitRateAt10: 'HR@10',
      recallAt20: 'Recall@20',
      coverageAt10: '覆盖率',
      trainMs: '用时',
      peakBytes: '内存',
      home: '在哪里算',
    },
    columns: {
      at: '时间',
      model: '模型',
      protocol: '测量方法',
      ndcgAt10: 'NDCG@10',
      hitRateAt10: 'HR@10',
      recallAt20: 'Recall@20',
      coverageAt10: '覆盖率',
      trainMs: '用时',
      peakBytes: '内存',
      home: '在哪里算',
    },
    compare: '比较',
    compareOf: (name) => `比较 ${name}`,
    compareThese: '比较这两个',
    pickTwo: (picked) => (picked === 0 ? '勾选两个来比较。' : '再勾选一个来比较。'),
    details: '细节',
    detailsOf: (name) => `细节：${name}`,
    made: (seed, ago) => (seed === null ? ago : `种子 ${seed} · ${ago}`),
    imported: '来自文件',
    claimsPrivacy: '自称私密',
    notMeasured: '没有测量',
    memory,
    cost: (ms, home, bytes) =>
      `${lf.duration(ms)}，${home}，${bytes > 0 ? `内存 ${memory(bytes)}` : '内存没有测量'}`,
    interval: '须线：如果问的是另一些人，一百次里有九十五次，平均值落在这里。',
    mixed: '只有同一组里的数字才能相比：各组的测量方法不同，或用的记录不同。',
    group: (like, nameLog) => {
      if (!like.protocol) return '从未测量';
      const log = like.dataFingerprint.slice(0, 12);
      const which = log === '' ? '，文件没说是哪份记录' : `，记录 ${log}`;
      return `${protocolShort(like.protocol)}，问了 ${f.number(like.users)} 个人${nameLog ? which : ''}`;
    },
    promote: '用它排货架',
    promoteOf: (name) => `用它排货架：${name}`,
    servesOf: (name) => `正在排货架：${name}`,
    settings: '用它的设置',
    settingsOf: (name) => `用它的设置：${name}`,
    save: '导出',
    exportOf: (name) => `导出 ${name}`,
    saved:
      '导出的文件不加密，其中有模型对记录里每个人所留下的内容（不带名字），没有您自己的。要把模型交出去，请先在“隐私”一间把它做成私密的。',
    remove: '移除',
    removeOf: (name) => `移除 ${name}`,
    choose: '导入模型',
    drop: '或把 .safetensors 文件拖到这里',
    dropHere: '松手即可导入',
    busy: '请稍候 …',
  },

  details: {
    figures: '全部数字',
    settings: '设置',
    facts: '怎样做出来的',
    users: '询问的人',
    seed: '种子',
    trainedOn: '留下的模型',
    trainedOns: { part: '没见过留出的部分', whole: '用全部记录训练', unknown: '文件里没有说它见过什么' },
    trainTime: '训练',
    evaluateTime: '测量',
    home: '在哪里算',
    homeOf: (home, threads) =>
      home === 'webgpu' ? homes[home] : `${homes[home]}，${f.number(threads)} 个线程`,
    peak: '内存，至多',
    size: '存储',
    data: '记录的指纹',
    split: '留出部分的指纹',
    claimed: '文件自称的隐私保证',
    claimedWhat:
      '以下是文件里的英文原文，只是文件自己的说法：从模型里看不出是真是假，您有多信任给您文件的人，它就有多可信。',
  },
};
