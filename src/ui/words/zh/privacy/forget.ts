import type { PrivacyWords } from '../../privacy-in-english.ts';
import { f } from '../voice.ts';
import { belongings } from './belongings.ts';

export const forget: PrivacyWords['forget'] = {
  title: '忘掉',
  lead: '在这里没了就是没了：除了您自己做的那些，没有别的副本。',
  brief: '忘掉一件，或者一切',
  one: {
    title: '您做过的一件事',
    lead: '撤回之后，就像从未发生：货架会和没有它时一模一样，分毫不差。',
    act: '去看您的足迹',
    count: (events) => (events === 0 ? '那里还什么都没有。' : `那里有 ${f.number(events)} 条。`),
  },
  catalogue: {
    title: '您带来的一个目录',
    lead: '它的记录和模型，还有您在其中留下的足迹，都一并消失。',
    act: '去看您的目录',
    count: (catalogues) =>
      catalogues === 0 ? '除了示例小店，没有别的。' : `有 ${f.number(catalogues)} 个是您的。`,
  },
  everything: {
    title: '一切',
    lead: '这个浏览器留着的关于小店的一切，连同钥匙和小店自己的文件。之后您会看到原来有什么，而现在什么都不剩。',
    here: (here) => {
      const what = belongings(here);
      return what === '' ? '这里还没有您的东西。' : `这里现有：${what}，以及您的设置。`;
    },
    counts: (here) => {
      const what = belongings(here);
      return what === '' ? undefined : `其中属于您的：${what}。`;
    },
  },
};
