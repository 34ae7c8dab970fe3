import type { LabWords } from '../../lab-in-english.ts';
import { f, quoted } from '../voice.ts';
import { lf } from './voice.ts';

export const itemMap: LabWords['map'] = {
  name: '模型的地图',
  of: '谁眼里的',
  serving: (model) => `${model}，正在排货架`,
  servingNone: '正在排货架的模型：还没有',
  empty: '还没有模型',
  emptyHint: '训练出一个之后，它的地图就在这里。',
  cannot: '这个模型没有地图',
  cannotHint: '它对单件东西一无所知，没有可画的。请另选一个。',
  drawing: '正在画地图',
  about: (things, places) => `${f.number(things)} 件东西，${f.number(places)} 个同部门的街坊。`,
  pca: (source, [x, y]) =>
    `${source === 'weights' ? '物品权重' : '物品特征'}差别最大的两个方向：占全部差别的 ${lf.share(x)} 和 ${lf.share(y)}。离得远的不像；离得近的，别处仍可能不同。`,
  moving: '每件东西都在找自己的邻居。',
  layout: '这样摆，邻居就不分开。近就是像；几群之间隔多远，没有多少意义。',
  toLayout: '按邻居摆放',
  toPca: '回到两个方向',
  stop: '停在这里',
  key: '部门',
  yours: '您的',
  own: '您的，以及旁边的',
  ownNone: '喜欢或买下一件，它就会标在地图上。',
  next: (titles) => `旁边是${f.list(titles.map(quoted))}。`,
};
