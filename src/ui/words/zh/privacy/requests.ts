import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f } from '../voice.ts';

export const requests: PrivacyWords['requests'] = {
  title: '什么离开过这台设备',
  lead: '这家小店背后没有服务器，没有地方可以发去。',
  brief: (count) => (count === 0 ? '进店以来什么都没有' : `${f.number(count)} 次请求，取应用的部件`),
  since: '进店以来的网络请求',
  none: '没有。页面载入之后，没有向网络要过任何东西。',
  some: (count) =>
    `页面载入之后有 ${f.number(count)} 次网络请求，都发往本页自己的地址：取的是设备上还没有的应用部件。`,
  is: '请求，就是页面向网络要东西：一张图、一个字、一个数。一次都没有，就是什么也没要，什么也没发。',
  check: '亲自查看',
  checkHow:
    '打开浏览器的开发者工具，选择“网络”，然后随意使用小店。列表里出现的每一行都标着“ServiceWorker”：它来自这台设备。',
};
