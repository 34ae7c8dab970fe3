// Longer than other files: one language is read, checked and translated as one list.
import type { HomeReport } from '../../domain/training.ts';
import type { Words } from './en.ts';
import { cart } from './zh/cart.ts';
import { wishes } from './zh/wishes.ts';
import { history } from './zh/history.ts';
import { product } from './zh/product.ts';
import { undo } from './zh/undo.ts';
import { why } from './zh/why.ts';
import { constellation } from './zh/constellation.ts';
import { steering } from './zh/steering.ts';
import { firstMinute } from './zh/first-minute.ts';
import { masked } from './zh/masked.ts';
import { moved } from './zh/moved.ts';
import { department } from './zh/department.ts';
import { DEPARTMENTS } from './zh/departments.ts';
import { design } from './zh/design.ts';
import { shelf } from './zh/shelf.ts';
import { f, quoted } from './zh/voice.ts';
import { zhErrors } from './zh-errors.ts';

const simulated = '这家小店是模拟的：商品、顾客和他们买过的东西都是编出来的。';

const homes: Readonly<Record<HomeReport['home'], string>> = {
  webgpu: '您的显卡',
  wasm: '您的处理器',
  reference: '您的处理器（纯 JavaScript）',
};

const homeReasons: Readonly<Record<HomeReport['reason'], string>> = {
  forced: '因为网址这样要求',
  fastest: '这是此浏览器里最快的',
  only: '此浏览器里只有它可用',
  'software-adapter': '浏览器只有软件模拟的显卡，反而更慢',
};

/** Those of the names of formats that are words. */
const formatNames: Readonly<Record<string, string>> = {
  'Ratings table': '评分表',
  'NCF split': 'NCF 的划分',
  'SASRec sequences': 'SASRec 的序列',
};
const fields: Readonly<Record<string, string>> = {
  '': '整行',
  user: '人',
  item: '物品',
  rating: '评分',
  time: '时间',
};

/** 简体中文。简短、亲切、准确；称“您”。 */
export const zh: Words = {
  language: 'zh-Hans',
  formats: f,
  item: (item) => item.local?.['zh-Hans'] ?? item,
  departmentName: (name) => DEPARTMENTS.get(name) ?? name,
  catalogueName: ({ name, origin }) => (origin === 'demo' ? '示例小店' : name),
  cart,
  wishes,
  masked,
  history,
  product,
  undo,
  why,
  constellation,
  steering,
  firstMinute,
  moved,
  department,
  design,
  shelf,

  shell: {
    name: 'Homebody',
    promise: ['这家小店会慢慢懂您的喜好，', '而且只有您知道。'],
    skip: '直接去看货架',
    places: '去处',
    forYou: '为您挑选',
    training: '学习',
    lab: '实验室',
    history: '足迹',
    data: '数据',
    privacy: '隐私',
    wishes: (count) => (count === 0 ? '心愿单' : `心愿单，${f.number(count)} 件`),
    cart: (pieces) => (pieces === 0 ? '购物车' : `购物车，${f.number(pieces)} 件`),
    requests: (count) => `进店以来 ${f.number(count)} 次请求`,
    requestsMeaning: '页面载入以来向网络发出的请求。0 就是什么也没要。',
    refused: (count) =>
      `这个页面里有什么想联系外面${count > 1 ? `（${f.number(count)} 次）` : ''}，已经拒绝。`,
    refusedMore: '看看是什么',
    requestsShort: (count) => `${f.number(count)} 次请求`,
    close: '关闭',
    dismiss: '知道了',
    showPassphrase: '显示口令',
    hidePassphrase: '隐藏口令',
    theme: '外观',
    themes: { system: '随系统', light: '白天', dark: '夜晚' },
    languageName: '语言',
    settings: '设置',
    help: '键盘',
    title: (place) => (place === '' ? 'Homebody' : `${place} · Homebody`),
    simulated,
    offline: '您现在离线。这里的一切照常可用。',
    updateReady: '新版本已备好。您保存的东西不会受影响。',
    update: '载入新版本',
    loading: '正在打开',
    damaged: (total) => `有 ${f.number(total)} 条保存的记录损坏了，已跳过；其余的都没有动。`,
    damagedWhich: '看看是哪些',
  },

  feed: {
    title: '为您挑选',
    lead: (items, name) => `${name}，${f.number(items)} 件。`,
    leadSimulated: (items, name) => `${name}，${f.number(items)} 件。${simulated}`,
    loading: '正在摆货架',
    empty: '货架空了。',
    emptyHint: '这里的东西您都看过或不要了。可以在足迹里撤回几件，或打开另一个目录。',
    popular: '大家常选',
    because: (titles) => `因为${f.list(titles.map(quoted))}`,
    becauseMore: (title, more) => `因为${quoted(title)}和另外 ${f.number(more)} 件`,
    closest: (title) => `最接近${quoted(title)}`,
    whole: '综合您的全部足迹',
    beyond: '换换口味',
    like: '喜欢',
    dismiss: '不适合我',
    cart: '加入购物车',
    why: '为什么？',
    soldOut: '已售完',
    fewLeft: (stock) => `还剩 ${f.number(stock)} 件`,
    risen: '升上来了',
    filled: (count) => `货架上有 ${f.number(count)} 件。`,
    changed: (risen, first) =>
      risen === 0
        ? `货架变了，第一件是${quoted(first)}。`
        : `有 ${f.number(risen)} 件升了上来，第一件是${quoted(first)}。`,
  },

  training: {
    title: '训练',
    name: '训练',
    view: '它怎样学习',
    viewLead: '每一点灯火是店里的一件东西。起初散落各处；每把记录学一遍，常被同一些人选中的就靠近一些。',
    meanwhile: '学完之前，仍由先前的模型为您服务：',
    lossByPass: '逐遍的损失',
    make: '它的构造',
    train: '开始训练',
    cancel: '取消',
    cancelling: '正在停下 …',
    none: '还没有训练过。在那之前，货架上摆的是大家常选的东西。',
    notReady: '正在开门。',
    phases: {
      preparing: '正在准备',
      training: '正在学习',
      evaluating: '正在用没见过的记录检验自己',
      saving: '正在收好模型',
    },
    pass: (epoch, epochs) => `第 ${f.number(epoch)} 遍，共 ${f.number(epochs)} 遍`,
    left: (ms) => `大约还要${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))}`,
    percent: (fraction) => f.percent(fraction),
    loss: '损失',
    lossValue: (loss) => f.decimal(loss, 4),
    lossTrend: (losses) => {
      const [first, last] = [losses[0], losses.at(-1)];
      return first === undefined || last === undefined
        ? '还没有损失值'
        : `${f.number(losses.length)} 遍的损失：从 ${f.decimal(first, 4)} 到 ${f.decimal(last, 4)}`;
    },
    home: (home) => {
      const what = home.home === 'webgpu' ? home.device : `${f.number(home.threads)} 个线程`;
      return `在${homes[home.home]}上计算，${what}：${homeReasons[home.reason]}。`;
    },
    trained: (ms, at, now, interactions, users) =>
      `用了${f.seconds(ms)}，${f.ago(at, now)}训练。学自 ${f.number(users)} 位顾客与物品之间的 ${f.number(interactions)} 对往来。`,
    better: (ratio) => `准确度是“大家常选”的 ${f.decimal(ratio, 1)} 倍`,
    betterAt: '猜的是人们接下来会选什么。',
    worse: (ratio) => `只有“大家常选”的 ${f.decimal(ratio, 2)} 倍准`,
    popularityNever: '比“大家常选”好：后者一次也没猜中',
    notMeasured: '能用来检验的人太少，没有测量质量。',
    figures: '确切的数字',
    protocol: (quality) =>
      `${f.number(quality.heldOutUsers)} 个人各自最后选的那一件被藏起来；模型把他们没选过的所有东西全部排序，不抽样。`,
    metric: '指标',
    model: '模型',
    popularity: '大家常选',
    hitRate: '排进前十',
    ndcg: 'NDCG@10',
    figure: (value) => f.decimal(value, 4),
    seed: '种子',
    width: '宽度',
    passes: '遍数',
    recovered: (epoch, home) =>
      `训练途中显卡断开了。已在${homes[home]}上从第 ${f.number(epoch)} 遍接着进行，什么也没丢。`,
    ended: '模型准备好了。',
  },

  data: {
    title: '数据',
    lead: '放入您自己的记录。它在这台设备上读取、清洗、保存，别人看不到。',
    region: '导入数据',
    drop: '把数据文件拖到这里',
    dropHere: '松手即可导入',
    formats:
      '下载得到的压缩包，或其中的文件：u.data 与 u.item、ratings.dat 与 movies.dat、ratings.csv 与 movies.csv。也读 RecBole、SASRec，以及有 user、item、rating、timestamp 各列的表格。',
    choose: '选择文件',
    cancel: '取消导入',
    progress: '导入',
    phases: { opening: '正在打开', reading: '正在读取', cleaning: '正在清洗', storing: '正在加密保存' },
    rows: (count) => `${f.number(count)} 行`,
    reading: (phase, file) => `${phase} ${file}`,
    report: '读到了什么',
    reportLead: (report) =>
      `${f.number(report.files.length)} 个文件（${formatNames[report.format] ?? report.format}），${f.number(report.rowsRead)} 行中保留 ${f.number(report.rowsKept)} 行。`,
    facts: {
      rowsRead: '读取的行',
      rowsKept: '保留的行',
      duplicates: '合并的重复',
      badRows: '坏行',
      users: '人',
      items: '物品',
      untitled: '没有标题的',
      dates: '起止日期',
      size: '大小',
    },
    bytes: (value) => f.bytes(value),
    done: '收起',
    number: (value) => f.number(value),
    noDates: '没有日期',
    dates: (from, to) => `${f.date(from)} 至 ${f.date(to)}`,
    badRows: '没有采用的行',
    badRowsMore: (shown, all) =>
      shown < all ? `：共 ${f.number(all)} 行，这里是前 ${f.number(shown)} 行` : '',
    file: '文件',
    line: '行号',
    field: '字段',
    reason: '原因',
    text: '原文',
    fieldOf: (field) => fields[field] ?? field,
    reasons: {
      'too-few-fields': '字段太少',
      'not-a-number': '不是数字',
      'out-of-range': '超出范围',
      'empty-id': '没有编号',
      'bad-date': '不是日期',
      'unknown-item': '不认识的物品',
      malformed: '读不了',
    },
    catalogues: '目录',
    current: '正在使用',
    open: '打开',
    openOf: (name) => `打开 ${name}`,
    remove: '移除',
    removeOf: (name) => `移除 ${name}`,
    removeTitle: (name) => `移除${quoted(name)}？`,
    removeWarning: (items, interactions) =>
      `${f.number(items)} 件物品、${f.number(interactions)} 条记录、它的模型和您在其中留下的足迹都会从这台设备上消失。十秒之内可以撤销；您导入的文件还在原处。`,
    keep: '留着',
    size: (items, users, interactions) =>
      `${f.number(items)} 件，${f.number(users)} 人，${f.number(interactions)} 条记录`,
    toShelves: '去看货架',
  },

  privacy: {
    title: '隐私',
    sentence: (events, bytes) =>
      `您的 ${f.number(events)} 条足迹，连同它们所属的目录和模型，共 ${f.bytes(bytes)}，加密保存在这台设备上，别处没有。`,
    notOpen: '保存的一切都加密留在这台设备上。',
    nothingStored: '还没有保存您做过的任何事。以后保存的也只加密留在这台设备上。',
    more: '保存了什么',
  },

  help: {
    title: '键盘',
    lead: '对焦点所在的卡片或商品：',
    everywhere: '任何地方：',
    keys: {
      like: '喜欢',
      dismiss: '不适合我',
      why: '为什么？',
      move: '去旁边、上面或下面的卡片',
      undo: '撤销；没有可撤销的，就去看看撤回最近一条会怎样',
      lock: '锁上小店，或看看怎么锁',
      help: '这份清单',
    },
    arrows: '方向键',
  },

  missing: {
    title: '这个地址什么也没有',
    hint: '链接可能旧了，或少了一个字母。',
  },

  problem: {
    safe: '什么还在',
    remedy: '该怎么办',
    details: '给查问题的人',
    reload: '重新载入页面',
  },
  errors: zhErrors,
};
