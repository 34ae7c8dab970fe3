import type { Words } from '../en.ts';
import { f } from './voice.ts';

const homes = { webgpu: '显卡', wasm: '处理器', reference: '处理器' } as const;

const left = (ms: number): string =>
  Number.isFinite(ms) ? `，大约还要${f.seconds(Math.max(1000, Math.ceil(ms / 1000) * 1000))}` : '';

export const constellation: Words['constellation'] = {
  name: '小店的地图',
  about: (things, places, yours) => {
    const all = `${f.number(things)} 件东西`;
    const where = places === 0 ? `${all}，还没有聚成街坊` : `${all}，聚成 ${f.number(places)} 个街坊`;
    return yours.length === 0 ? `${where}。` : `${where}；您的在${f.list(yours)}。`;
  },
  keys: '方向键在物品间移动，回车打开，加号和减号缩放，0 看整张地图。',
  caption: '常被同一些人选中的东西，住得近。',
  untrained: '还没有学过，所以东西散落各处。',
  opening: '正在开门。',
  failed: '小店没能打开，所以没有地图。',
  progress: ({ phase, epoch, epochs, remainingMs, home }) => {
    const what = {
      preparing: '做准备',
      training: `学第 ${f.number(epoch)} 遍（共 ${f.number(epochs)} 遍）`,
      evaluating: '检验自己',
      saving: '收好模型',
    } as const;
    return `正用您的${homes[home]}${what[phase]}${left(remainingMs)}`;
  },
  stop: '停止训练',
  stopping: '正在停下 …',
  skip: '跳过',
  zoomIn: '走近些',
  zoomOut: '退远些',
  whole: '整张地图',
  larger: '看大图',
  open: '打开',
  openOf: (title) => `打开${title}`,
  away: '收起卡片',
  neighbourhoods: '街坊',
  ofShown: (shown) => `只数了地图上的 ${f.number(shown)} 件。`,
  things: (count) => `${f.number(count)} 件`,
  signs: '灯火的意思',
  own: '您的',
  declined: '您不要的',
  shelf: '排在您货架最前的',
};
