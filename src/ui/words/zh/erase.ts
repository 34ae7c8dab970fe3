import type { erase as english } from '../en/erase.ts';
import { f } from './voice.ts';

export const erase: typeof english = {
  act: '清除一切',
  title: '清除一切？',
  gone: '小店留在这个浏览器里的一切都会消失，所有标签页一并：您的足迹、您带来的目录、模型、您的设置、钥匙，还有小店自己的那份文件。',
  final: '此举没有回头路：只有备份能找回东西。您存出去的文件还在原处。',
  confirmWord: '清除',
  confirm: '请输入“清除”以确认',
  keep: '都留着',
  erasing: '正在清除：先是钥匙，然后是其余一切…',
  done: {
    here: '什么都不剩了',
    'other-tab': '已在另一个标签页里清除一切',
    earlier: '清除做完了',
  },
  notDone: '还有东西在',
  verified: '清除之后，又问了一遍浏览器还留着这家小店的什么。它是这样回答的。',
  otherTab: '清除时的那个标签页里，有当时找到了什么、还剩什么。',
  stillThere:
    '钥匙已经没有了，剩下的谁也读不出。请关闭这家小店的其他标签页，再重新打开：清除会自己接着做完。',
  table: { what: '浏览器留着的', before: '原来有', after: '现在有' },
  places: {
    database: '数据库',
    cache: '小店自己文件的副本',
    file: '浏览器私有存储里的文件',
    'service-worker': '让小店离线打开的部件',
    'local-storage': '偏好',
    'session-storage': '这次来访的便条',
  },
  number: (value) => (value === 0 ? '没有' : f.number(value)),
  check: '想亲自查看，请打开浏览器的开发者工具，选择“应用”或“存储”。',
  afresh: '重新打开小店',
  afreshHint:
    '小店自己的文件也没有了，所以这需要网络。也可以关掉这一页：那样就只有浏览器自己的历史记录和缓存知道您来过。',
};
