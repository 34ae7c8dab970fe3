import type { ErrorCode } from '../../domain/errors.ts';
import type { ErrorWords } from './en-errors.ts';

const kept = '您的足迹和当前的目录都没有变。';
const feedKept = '您的足迹还在，货架仍按上一次学好的模型摆放。';
const unchanged = '什么都没有变。';
const reload = '请重新载入页面。如果再次出现，下面那一行写明了该报告什么。';

export const zhErrors: Readonly<Record<ErrorCode, ErrorWords>> = {
  'shape/mismatch': { what: '模型与目录对不上。', safe: kept, remedy: '请重新训练。' },
  'argument/range': { what: '要找的东西不存在。', safe: kept, remedy: reload },
  'model/none': {
    what: '这个目录还没有训练过模型。',
    safe: '在那之前，货架上摆的是大家常选的东西。',
    remedy: '请点“训练”。',
  },
  'model/unsupported': { what: '这个模型做不到这件事。', safe: kept, remedy: '重新训练后再试。' },
  'home/unavailable': {
    what: '网址指定的计算方式，这个浏览器没有。',
    safe: kept,
    remedy: '从网址中去掉“home=…”，小店会自己选一种能用的。',
  },
  'home/lost': {
    what: '显卡断开了，没有恢复。',
    safe: feedKept,
    remedy: '请重新载入页面；关掉其他占用显卡的标签页可能有用。',
  },
  'training/cancelled': { what: '训练已停止。', safe: feedKept, remedy: '随时可以再点“训练”。' },
  'training/busy': { what: '已经有一次训练在进行。', safe: kept, remedy: '等它结束，或先取消。' },
  'training/no-data': {
    what: '这个目录里没有可以学习的记录。',
    safe: kept,
    remedy: '在“数据”里打开另一个目录，或导入更多记录。',
  },
  'training/diverged': {
    what: '训练发散了：数字大到无法再算下去。',
    safe: feedKept,
    remedy: '调低学习率再训练；没有学习率的模型，请加强约束。',
  },
  'checkpoint/format': {
    what: '保存的模型已损坏，没有采用。',
    safe: '您的足迹不在模型里，完好无损。',
    remedy: '点“训练”重新做一个。',
  },
  'checkpoint/version': {
    what: '保存的模型来自更新的版本。',
    safe: '您的足迹完好无损。',
    remedy: '重新载入以取得新版本，或重新训练。',
  },
  'checkpoint/mismatch': {
    what: '保存的模型属于另一个目录。',
    safe: '您的足迹完好无损。',
    remedy: '点“训练”为这个目录做一个。',
  },
  'lab/not-comparable': {
    what: '这两次实验测的不是同一批用户。',
    safe: '两次都留在榜上，没有变。',
    remedy: '用另一次的方案和种子，在同样的数据上再测一次。',
  },
  'lab/unknown-run': {
    what: '这次实验已经不在这里了。',
    safe: kept,
    remedy: '再看一眼榜单，可能是另一个标签页移除了它。',
  },
  'lab/not-a-model': {
    what: '这个文件不是 Homebody 写出的模型，或者已经损坏。',
    safe: '什么也没存，榜单没有变。',
    remedy: '请选实验室导出的、或命令行写出的 .safetensors 文件。',
  },
  'lab/other-catalogue': {
    what: '这个模型是为别的数据做的，不是现在打开的目录。',
    safe: '什么也没存，榜单没有变。',
    remedy: '先在“数据”里打开它学习时用的目录，再导入一次。',
  },
  'import/unknown-format': {
    what: '这些文件的格式，小店读不懂。',
    safe: kept,
    remedy:
      '请放入 MovieLens 的压缩包，或把评分文件和电影文件一起放入；也可以放入一份 CSV，第一行写明列名，其中一列是人，一列是物，例如“用户”和“商品”。',
  },
  'import/missing-file': {
    what: '缺少配套的文件。',
    safe: kept,
    remedy: '请同时选择评分文件和电影文件，或选择整个压缩包。',
  },
  'import/damaged': {
    what: '文件不完整或已损坏，打不开。',
    safe: kept,
    remedy: '请重新下载，并与来源核对大小。',
  },
  'import/no-rows': {
    what: '文件能打开，但没有一行可用。',
    safe: kept,
    remedy: '请看看是不是选错了文件，或者文件是空的。',
  },
  'import/too-many-bad-rows': {
    what: '大多数行都用不了，多半是分隔符与格式不符。',
    safe: kept,
    remedy: '请把开头几行与格式说明对照，再导入一次。',
  },
  'import/too-large': { what: '文件太大，一个标签页装不下。', safe: kept, remedy: '请只放入其中一部分。' },
  'import/cancelled': { what: '导入已停止。', safe: kept, remedy: '随时可以重新开始。' },
  'vault/locked': { what: '小店锁着。', safe: '记录还在，谁也读不了。', remedy: '请用口令或通行密钥开锁。' },
  'vault/wrong-passphrase': { what: '口令不对。', safe: unchanged, remedy: '请再试一次。' },
  'vault/too-soon': { what: '错了几次，要等一等。', safe: unchanged, remedy: '请稍后再试。' },
  'vault/keyring': {
    what: '打不开您保存的记录：钥匙坏了、被改动过，或属于别的浏览器用户。',
    safe: '记录还在，谁也读不了。',
    remedy: '请用当初的浏览器用户，或清除一切再恢复备份。',
  },
  'passkey/refused': { what: '通行密钥没有用上。', safe: unchanged, remedy: '请再试一次，或用口令。' },
  'passkey/unsupported': {
    what: '这个通行密钥不能用来开锁（没有 PRF）。',
    safe: unchanged,
    remedy: '请换一个，或用口令。',
  },
  'vault/damaged': {
    what: '有一条记录解不开：它被改动或损坏了。',
    safe: '其他记录没有受影响。',
    remedy: '请重新载入页面。损坏的都列在“隐私”里，也可以在那里丢弃。',
  },
  'vault/blocked': {
    what: '另一个标签页还开着旧版本的数据库。',
    safe: kept,
    remedy: '请关掉其他标签页，再重新载入这一页。',
  },
  'vault/closed': {
    what: '数据库在使用中被关闭了：可能被清除，或被另一个标签页里的新版本接管。',
    safe: '在那之前记下的都在。',
    remedy: '请重新载入页面。',
  },
  'vault/quota': {
    what: '浏览器不肯再给空间了。',
    safe: '先前保存的都在；最后这一条没有保存。',
    remedy: '在“数据”里移除一个目录，或腾出一些磁盘空间。',
  },
  'vault/unavailable': {
    what: '这个浏览器不让页面保存任何东西，隐私窗口常常如此。',
    safe: '什么都没有保存，也就没有什么会丢。',
    remedy: '请在普通窗口里打开。',
  },
  'vault/erasing': {
    what: '上一次清除没有做完。',
    safe: '密钥已经没有了，剩下的内容谁也读不了。',
    remedy: '请重新载入页面，它会自己做完。',
  },
  'vault/held': {
    what: '另一个标签页还占着这里存的内容，没有放开。',
    safe: '密钥已经没有了，剩下的内容谁也读不了。',
    remedy: '请关掉其他标签页，再重新载入这一页，它会自己做完。',
  },
  'vault/erased': {
    what: '另一个标签页清除了全部内容。',
    safe: '这里什么都不再保存。',
    remedy: '重新载入页面，就可以从头开始。',
  },
  'backup/format': {
    what: '这个文件不是小店的备份。',
    safe: kept,
    remedy: '请选文件名以 .hbbackup 结尾的文件。',
  },
  'backup/version': {
    what: '这个备份是用更新的版本做的。',
    safe: kept,
    remedy: '请重新载入页面，换上最新版本后再试。',
  },
  'backup/damaged': {
    what: '备份已损坏：缺了一部分，或被改动过。',
    safe: kept,
    remedy: '请从保存它的地方再复制一次，或改用别的备份。',
  },
  'backup/passphrase': {
    what: '这个口令打不开备份。',
    safe: kept,
    remedy: '请检查大小写和输入法。要用的是做备份时定下的口令。',
  },
  'backup/busy': { what: '已有备份或恢复正在进行。', safe: kept, remedy: '请等它完成，或把它取消。' },
  'backup/cancelled': { what: '已经停下。', safe: kept, remedy: '随时可以重新开始。' },
  'vault/unknown-catalogue': {
    what: '这个目录已不在设备上。',
    safe: '其他目录没有受影响。',
    remedy: '请在“数据”里另选一个。',
  },
  'vault/unknown-event': { what: '这一条早已撤回。', safe: kept, remedy: '不用做什么。' },
  'worker/died': {
    what: '小店的一部分停了，已经重新启动。',
    safe: '记下的都在。',
    remedy: '请把刚才的动作再做一次；若没有反应，请重新载入页面。',
  },
  internal: { what: '我们出了差错。', safe: '记下的都在。', remedy: reload },
};
