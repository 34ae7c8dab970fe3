import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f } from '../voice.ts';

export const stored: PrivacyWords['stored'] = {
  title: '保存了什么',
  lead: '小店留在这台设备上的一切。每条记录都先加密，再写入。',
  brief: (events, bytes) =>
    events === 0
      ? `没有您的东西；小店自己的占 ${f.bytes(bytes)}`
      : `${f.number(events)} 条足迹，${f.bytes(bytes)}`,
  store: '类别',
  records: '条数',
  size: '大小',
  total: '合计',
  stores: {
    events: { name: '您的足迹', what: '您看过、喜欢、不要、选走或买下了什么，以及何时。' },
    catalogues: { name: '目录及其记录', what: '每家小店的东西，以及别人怎样看待它们。' },
    checkpoints: { name: '训练好的模型', what: '从那些记录里学到的。里面没有您的任何东西。' },
    lab: { name: '实验室的记录', what: '您在那里试过什么，结果如何。' },
    settings: { name: '设置', what: '打开的是哪个目录，诸如此类。' },
  },
  number: (value) => f.number(value),
  bytes: (value) => f.bytes(value),
  beside: '不在其中的',
  besideText:
    '此外，浏览器还存有应用本身、您选的外观和语言，小店已经招呼过您，以及您已知道怎样滑动（未加密）。和任何网页一样，浏览器自己的历史记录里也有您看过的位置。',
  persisted: '会一直保留吗？',
  persistedYes: '会。浏览器已答应不为腾空间而清除它。',
  persistedNo: '磁盘快满时浏览器可能会清除它；我们请求过，它没有答应。',
  persistedUnknown: '眼下还没有要保留的。您第一次喜欢、不要或选走一件东西时，小店会请浏览器保证不清除它。',
  persistedNotYet:
    '浏览器还没有作过保证，磁盘快满时可能会清除它。您下一次喜欢、不要或选走一件东西时，小店会再请求一次。',
  offlineReady: '小店需要的一切都在这台设备上：没有网络也能打开。',
};
