import type { IdentifierKind, MaskedColumn } from '../../../domain/cleaning.ts';
import type { Words } from '../en.ts';
import { f, quoted } from './voice.ts';

/** Invented, as are all people here; see the English ones. */
const examples: Readonly<Record<IdentifierKind, string>> = {
  user: '顾客 20417',
  name: '韩小满',
  email: 'xiaoman@example.org',
  phone: '138 0000 0000',
  address: '临江市丁香区槐花路 12 号',
  card: '4111 1111 1111 1111',
  iban: 'GB82 WEST 1234 5698 7654 32',
  order: '订单号 0042137',
  text: '送给妹妹的，请按两次门铃',
};

const after: Readonly<Record<MaskedColumn['action'], string>> = {
  dropped: '•••',
  replaced: '~Qm7x-0aK3hTz9wRd',
};

export const masked: Words['masked'] = {
  title: '已遮盖',
  lead: '凡识别为指向某个人的内容，在存下任何东西之前就已去掉：要么删除，要么换成只有您自己的密钥才能算出的化名。例子都是编的，真实的值没有留下。',
  none: '没有识别出指向某个人的内容。',
  kinds: {
    user: '人的编号',
    name: '姓名',
    email: '电子邮箱',
    phone: '电话号码',
    address: '地址',
    card: '卡号',
    iban: '银行账户',
    order: '订单号与支付号',
    text: '人们写下的话',
  },
  count: ({ action, count }) =>
    action === 'dropped' ? `删除 ${f.number(count)} 个` : `替换 ${f.number(count)} 个`,
  where: ({ file, column, place }) => {
    if (place === 0) return '数据集的名称里';
    return column === '' ? `${file} 的第 ${f.number(place)} 列` : `${file} 的${quoted(column)}列`;
  },
  example: ({ kind, action }) => `例如，${examples[kind]} 变成 ${after[action]}`,
};
