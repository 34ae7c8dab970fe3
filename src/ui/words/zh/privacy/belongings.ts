import type { Belongings } from '../../belongings.ts';
import { f } from '../voice.ts';

/** 有什么，逐项列出；什么都没有则为空。 */
export const belongings = ({ events, catalogues, models, lab }: Belongings): string =>
  [
    events > 0 ? `${f.number(events)} 条足迹` : '',
    catalogues > 0 ? `${f.number(catalogues)} 个目录` : '',
    models > 0 ? `${f.number(models)} 个模型` : '',
    lab > 0 ? `实验室的 ${f.number(lab)} 条记录` : '',
  ]
    .filter((part) => part !== '')
    .join('、');
