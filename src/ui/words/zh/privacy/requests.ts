import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f } from '../voice.ts';

const WAYS: Readonly<Record<string, string>> = {
  'connect-src': '网络连接',
  fetch: '网络连接',
  'img-src': '图片',
  image: '图片',
  'script-src-elem': '脚本',
  script: '脚本',
  'worker-src': '脚本',
  'style-src-elem': '样式表',
  style: '样式表',
  'font-src': '字体',
  font: '字体',
  'media-src': '声音或影片',
  'frame-src': '页面里的另一页',
  'require-trusted-types-for': '要变成代码的文字',
  'form-action': '表单',
  navigation: '把页面引到别处',
  link: '链接',
  window: '新窗口',
  webrtc: '与另一台设备的连接',
  'service-worker': 'Service Worker 的连接',
};

const reasons: PrivacyWords['requests']['reasons'] = {
  install: { name: '安装', what: '小店自己的文件，存到这台设备上。' },
  update: { name: '新版本', what: '新版本的文件，用来替换旧的。' },
  check: { name: '有没有新版本？', what: '每次打开页面，浏览器都可能去看一眼；收到多少，它不说。' },
  lost: { name: '重新取回', what: '这台设备上已经没有了的小店文件。' },
  refused: { name: '已拒绝', what: '想去别处的尝试。没有一次离开过这台设备。' },
};

export const requests: PrivacyWords['requests'] = {
  title: '什么离开过这台设备',
  lead: '这家小店背后没有服务器，没有地方可以发去。',
  brief: (count) => (count === 0 ? '进店以来什么都没有' : `${f.number(count)} 次请求，取应用的部件`),
  briefRefused: (count) => `拒绝了 ${f.number(count)} 次外联`,
  since: '进店以来的网络请求',
  none: '没有。页面载入之后，没有向网络要过任何东西。',
  arrival:
    '只有小店本身，因为它还不在这台设备上：页面和各个部件来自本页自己的地址，为存到这里又取了一次。下面的清单列出存下的文件。此外什么都没有要，您的东西一点也没有送出去。下次再来，连这些也不需要了。',
  some: (count) =>
    `页面载入之后有 ${f.number(count)} 次网络请求，都发往本页自己的地址：取的是设备上还没有的应用部件。`,
  refusedSince: (count) =>
    `拒绝了 ${f.number(count)} 次想联系外面的尝试。不管是浏览器扩展，还是不属于这里的代码，它什么也没能说出去。`,
  is: '请求，就是页面向网络要东西：一张图、一个字、一个数。一次都没有，就是什么也没要，什么也没发。',
  ledger: '安装以来的每一次请求',
  ledgerLead: '小店要的一切都经过它的 Service Worker，由它记在这台设备上：文件记名字，别的只记本来要去哪里。',
  unavailable: '这个浏览器在这里不留这份清单，例如在某些无痕窗口里。',
  empty: '还没有记下什么。小店第一次打开几秒之后会存到这台设备上，清单从那时开始。',
  why: '为什么',
  times: '次数',
  received: '收到',
  reasons,
  noBytes: '–',
  asked: '向网络要过的',
  number: (value) => f.number(value),
  bytes: (value) => f.bytes(value),
  lines: '逐条查看',
  address: ({ address, reason }) =>
    address === './' ? '页面本身' : address || (reason === 'refused' ? '没有具体去处' : '一个文件'),
  line: ({ at, reason, kind, bytes, times }, now) =>
    [
      reason === 'refused' ? `已拒绝：${WAYS[kind] ?? '别的东西'}` : reasons[reason].name,
      ...(times > 1 ? [`${f.number(times)} 次`] : []),
      ...(bytes ? [f.bytes(bytes)] : []),
      f.ago(at, now),
    ].join('，'),
  allLines: (count) => `显示全部 ${f.number(count)} 条`,
  older: (count) => `更早的 ${f.number(count)} 次只计数。`,
  ordinary: '换一家普通的店会发出什么',
  ordinaryLead:
    '多数商店请两家公司来统计顾客，您做什么就随时告诉它们。下面是您在这里做的事本来会怎样告诉它们。它只在这台设备上拼出来供您阅读，不会发给任何人。',
  ordinaryNone: '还没有：您还没做过商店会去说的事。',
  compared: '比一比',
  here: '这家小店',
  there: '普通的店',
  done: '您做的事',
  told: '为此发的消息',
  sent: '发出',
  readOne: '读读最新的一条',
  payload: (bytes) => `${f.bytes(bytes)}，浏览器还会加上它是谁、在什么设备上运行。`,
  fields: {
    cid: '您的编号，每次来都一样',
    sid: '这一次来访',
    ul: '您的语言',
    sr: '您屏幕的大小',
    dl: '您所在的页面',
    dr: '您从哪里来',
    dt: '您在看什么',
    en: '您做了什么',
    cu: '货币',
    'epn.value': '值多少',
    pr1: '是什么，谁做的，多少钱',
  },
  check: '亲自查看',
  checkHow:
    '打开浏览器的开发者工具，选择“网络”，然后随意使用小店。从第二次来访起，列表里出现的每一行都标着“ServiceWorker”：它来自这台设备。',
};
