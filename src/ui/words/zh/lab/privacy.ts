import type { LabWords } from '../../lab-in-english.ts';
import { f } from '../voice.ts';
import { lf } from './voice.ts';

const hundred = (fraction: number): string => f.number(Math.round(100 * fraction));

/** 模型会泄露多少关于记录里的人，以及怎样交出去而几乎不泄露。 */
export const privacy: LabWords['privacy'] = {
  work: {
    titles: { attack: '正在试着攻击', cost: '正在测算代价', export: '正在制作私密文件' },
    stage: ({ stage, number, of }) => {
      const which = of > 1 ? `第 ${f.number(number)} 个模型，共 ${f.number(of)} 个` : '模型';
      if (stage === 'plain') return `${which}，原样`;
      if (stage === 'private') return `${which}，加噪声`;
      if (stage === 'measuring') return '正在用没见过的记录测量';
      return stage === 'writing' ? '正在写文件' : '正在准备';
    },
  },

  attack: {
    title: '别人能看出谁在记录里吗？',
    lead: '每个人抛一次硬币，一半的人留下，用他们把某次实验的模型重新学一遍。攻击者拿到这个模型，也知道每个人选过什么，然后猜谁在里面。这一切都不保存，也不外传。',
    run: '照着哪次实验的模型',
    runHint: '同样的模型，同样的设置。那次实验本身不动。',
    epsilon: '旁边再看：加噪声，ε 为',
    epsilonHint: '对同样的人做同样的攻击，只是训练时加了噪声。',
    cannotPrivate: (model) => `${model} 没有私密的训练方法，只能原样攻击。iALS 和 GMF 有。`,
    cannotAsk: (model) => `${model} 不能就某一个人来问，所以无从攻击。请另选一次实验。`,
    shadows: '攻击者拿什么来对照',
    shadowsOf: (count) => (count === 0 ? '什么也没有：只看一条分界线' : `自己学的 ${f.number(count)} 个模型`),
    shadowsHint: '模型越多，攻击者越敏锐，也要等得越久。',
    start: '试着攻击',
    noRuns: '还没有实验',
    noRunsHint: '先在工作台训练一个，再来这里攻击它。',
    toBench: '去工作台',
    none: '还没有人试过',
    noneHint: '攻击者看出了什么，会写在这里：原样的，和加了噪声的。',
    found: '攻击者看出了什么',
    asked: (model, members, others) =>
      `${model}：问了 ${f.number(members)} 个在里面的人和 ${f.number(others)} 个不在的人。`,
    plain: '原样',
    private: (epsilon) => `私密，ε = ${lf.value(epsilon)}`,
    verdict: ({ auc, aucInterval }) =>
      aucInterval.low > 0.5
        ? `一个在里面的人和一个不在的人放在一起，攻击者 100 次里能认对 ${hundred(auc)} 次。抛硬币是 50 次。`
        : '就能看出的而言，攻击者不比抛硬币强。',
    auc: 'AUC',
    aucWhat: '在里面的人比不在的人更像在里面，有多经常。0.5 等于抛硬币，1 是次次都对。',
    scale: { coin: '抛硬币', always: '次次都对' },
    advantage: '优势',
    advantageWhat: '在最好的分界线上，指对的人减去错指的人。0 是没有；略高于 0 是碰巧。',
    atLeast: 'ε 至少是',
    atLeastWhat: '这些猜测以 95% 的把握证明：这样的训练不可能承诺得比它更小。0 表示什么也没证明。',
    caution: '攻击一无所获，并不证明什么：也许会有更高明的。算数的是 ε，不是这次攻击。',
  },

  export: {
    title: '私密地交出去',
    lead: '学习时加入噪声，使文件无论某个人在不在记录里，说的都几乎一样。',
    what: '交出什么',
    whats: {
      model: {
        name: '一个模型',
        what: '可以导入到卖同样东西的另一家店里使用。里面没有记录中任何人的向量。',
      },
      items: { name: '物品表', what: '每件东西一行数字，别无其他。相似的东西，行也相似。' },
      counts: {
        name: '每件东西有多少人选过',
        what: '记录本来就在您手里，所以只在数好的总数上加一次噪声（整数拉普拉斯噪声）。在每个人的回答里都加噪声，是为了向不必信任您的人收集，噪声会大得多。',
      },
    },
    run: '用哪次实验的设置和协议',
    runHint: '代价由它的协议来测。宽度和遍数比那次实验小：这样需要的噪声少。',
    countsRunHint: '代价由它的协议来测：按带噪声的总数来猜，与按真实的总数来猜相比。',
    epsilon: 'ε：关于一个人，最多能看出多少',
    epsilons: (epsilon) => {
      if (epsilon === 1) return '1：强';
      return epsilon === 4 ? '4：常用' : `${lf.value(epsilon)}：弱`;
    },
    epsilonHint: (epsilon) =>
      `某人在不在记录里，使文件中任何所见的可能性至多变为 ${lf.value(Math.exp(epsilon))} 倍。δ 是这一点失守的可能性，按人数设定。`,
    mostItems: '每个人最多算几件',
    mostItemsHint: '越少，噪声越小，漏掉的也越多。没有上限，就什么也承诺不了。',
    cannot: (model) =>
      `对 ${model} 承诺不了什么：它没有私密的训练方法。iALS 和 GMF 有，总数则总能做成私密的。`,
    noPeople: '这份记录里没有人，所以没有谁要保护，也没有什么可承诺。',
    ask: '代价有多大？',
    save: '保存私密文件',
    askFirst: '请先看看代价。',
    none: '还没有问过',
    noneHint: '噪声的代价和承诺会先写在这里，然后才保存。',
    cost: '代价',
    sentence: ({ without, with: hidden, popularity }) => {
      const kept = without.value > 0 ? hidden.value / without.value : 1;
      const lost = hidden.value >= without.value ? '什么也没损失' : `每 100 个猜中的还剩 ${hundred(kept)} 个`;
      const idle = hidden.value <= popularity ? '只猜热门的也一样好：请选更大的 ε，或更大的记录。' : '';
      return `加上这样的噪声，${lost}。${idle}`;
    },
    measured: (protocol, users) => `HR@10，${protocol}，同样的 ${f.number(users)} 个人。`,
    without: '不加噪声',
    with: '加噪声',
    popularity: '只猜热门',
    countError: (error) => `每个总数平均差 ${lf.value(error)} 左右，上限漏掉的另计。`,
    figuresStay: '这些数字本身不是私密的。只在这里显示，不写进文件。',
    promise: '文件承诺什么',
    saved: '私密文件已保存。从现在起算在内。',
  },

  statement: {
    unit: '保护谁',
    unitIs: '每一个人，连同其全部记录',
    adjacency: '防的是',
    adjacencyIs: '分辨有此人的记录和没有此人的记录',
    sampling: '抽样',
    samplingIs: (rate) =>
      rate === 1 ? '无：每一步所有人都在' : `泊松：每一步每个人各有 ${lf.share(rate)} 的机会在内`,
    mechanism: '噪声',
    mechanismIs: (mechanism) =>
      mechanism.kind === 'geometric'
        ? `每个总数加整数拉普拉斯噪声；每个人最多算 ${f.number(mechanism.sensitivity)} 件`
        : `高斯，是一个人所加的 ${lf.value(mechanism.noiseMultiplier)} 倍，共 ${f.number(mechanism.steps)} 次`,
    chance: '随机',
    chanceIs: '来自浏览器的密码学随机源；谁也去不掉',
    delta: 'δ',
    accountant: '用什么计算',
    accountants: { pld: '隐私损失分布（PLD）', rdp: 'Rényi 散度（RDP）', exact: '噪声本身' },
    epsilon: 'ε',
    notCovered: '不包括',
    notCoveredIs: '物品清单、设置、大致有多少人；还有同一份记录的其他文件：它们会累加',
  },

  tally: {
    title: '至今交出去的',
    none: '还没有从这份记录私密地交出过什么。',
    noneHint: '您保存的每个文件都会记在这里：它们泄露的会累加。',
    together: ({ epsilon, delta, by }, count) => {
      const how = by === 'sum' ? 'ε 相加' : by === 'pld' ? '按 PLD 计算' : '按 RDP 计算';
      return `${f.number(count)} 个文件合起来承诺 ε = ${lf.bound(epsilon)}，δ = ${lf.tiny(delta)}${count > 1 ? `（${how}）` : ''}。`;
    },
    withNext: (epsilon) => `再加下一个，至多 ε = ${lf.bound(epsilon)}。`,
    forGood:
      '交出去的文件收不回来，所以只要目录还在，这里的记录就不会删去。同一份日志再次导入会另起一份记录：两份请自行相加。',
    release: ({ what, model, claim }, name) => {
      const thing =
        what === 'counts' ? '总数' : what === 'items' ? `物品表，${name(model ?? '')}` : name(model ?? '');
      return `${thing}：ε = ${lf.bound(claim.epsilon)}，δ = ${lf.tiny(claim.delta)}`;
    },
  },
};
