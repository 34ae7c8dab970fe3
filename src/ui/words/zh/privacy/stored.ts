import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f } from '../voice.ts';

export const stored: PrivacyWords['stored'] = {
  title: '保存了什么',
  lead: '小店留在这台设备上的一切。每条记录都先加密，再写入。',
  brief: (events, bytes) =>
    events === 0 ? `没有您的足迹；共 ${f.bytes(bytes)}` : `${f.number(events)} 条足迹，${f.bytes(bytes)}`,
  store: '类别',
  records: '条数',
  size: '大小',
  total: '合计',
  groups: { yours: '您的', shop: '小店的', frame: '维系这一切的' },
  stores: {
    events: { name: '您的足迹', what: '您看过、喜欢、不要、选走或买下了什么，以及何时。' },
    settings: { name: '设置', what: '货架有多大胆，您不想看到什么，何时上锁。' },
    lab: { name: '实验室的记录', what: '您在那里试过什么，结果如何。' },
    labChunks: { name: '实验室的模型', what: '那些实验学到的东西，分块存放。' },
    catalogues: { name: '目录', what: '每家小店的名字和大小。' },
    catalogueChunks: { name: '物品和记录', what: '每家小店里有什么、别人怎样看待，分块存放。' },
    checkpoints: { name: '训练好的模型', what: '从那些记录里学到的。里面没有您的任何东西。' },
    checkpointChunks: { name: '模型的内容', what: '构成模型的数字，分块存放。' },
    restores: { name: '中断的恢复', what: '至今从备份里读到的部分。' },
    manifest: { name: '封印', what: '凭它发现记录被改动、调换或换回旧的。' },
    head: { name: '计数', what: '一共改动过多少次。只有数字。' },
    keys: { name: '钥匙', what: '打开其余一切的钥匙，它自己也锁着。' },
  },
  clear: '未加密',
  listOf: (records, bytes, inTheClear) =>
    `${f.number(records)} 条，${f.bytes(bytes)}，${inTheClear ? '未加密' : '已加密'}。`,
  toHistory: '带图片查看，也可以撤回其中任何一条',
  number: (value) => f.number(value),
  bytes: (value) => f.bytes(value),
  beside: '不在其中的',
  besideText:
    '此外，浏览器还存有应用本身、您选的外观和语言，小店已经招呼过您，您已知道怎样滑动，以及“什么离开过这台设备”里的请求记录（未加密）。和任何网页一样，浏览器自己的历史记录里也有您看过的位置。',
  persisted: '会一直保留吗？',
  persistedYes: '会。浏览器已答应不为腾空间而清除它。',
  persistedNo: '磁盘快满时浏览器可能会清除它；我们请求过，它没有答应。',
  persistedUnknown: '眼下还没有要保留的。您第一次喜欢、不要或选走一件东西时，小店会请浏览器保证不清除它。',
  persistedNotYet:
    '浏览器还没有作过保证，磁盘快满时可能会清除它。您下一次喜欢、不要或选走一件东西时，小店会再请求一次。',
  offlineReady: '小店需要的一切都在这台设备上：没有网络也能打开。',
};
