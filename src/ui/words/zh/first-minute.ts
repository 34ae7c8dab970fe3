import type { Words } from '../en.ts';
import { f } from './voice.ts';

export const firstMinute: Words['firstMinute'] = {
  lead: '选三次，小店心里就有数了。您的选择只留在这台设备上。',
  question: '您会带哪一件回家？',
  progress: (round, rounds) => `${f.number(round)} / ${f.number(rounds)} 轮`,
  none: '都不要',
  skip: '先不选',
  noPicks: '随便逛逛吧，您在下面货架上的每个回答，小店都会记在心里。',
  orElse: '或者，扮一回别人',
  orElseHint: '一次喜欢五件，一键就能撤销。',
  personas: {
    hiker: { name: '周末山客', sentence: '周五收拾背包，周六一脚泥，晚上九点已在松林下睡熟。' },
    baker: { name: '周日烘焙师', sentence: '给老面起了名字，深信万物加点黄油都会更好。' },
    gardener: { name: '耐心的园丁', sentence: '种子收在铁盒里，常和知更鸟聊天，指甲缝里总有点土。' },
    reader: { name: '夜读的人', sentence: '再看一章，再添一杯，整条街都黑了，灯还亮着。' },
    maker: { name: '爱动手的人', sentence: '能修就不买，为此攒了满满一抽屉螺丝。' },
    family: { name: '雨天的一家', sentence: '两个小家伙，一个下雨的周末，靠垫早已铺了一地。' },
  },
};
