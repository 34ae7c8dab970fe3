import type { IdentifierKind } from '../../domain/cleaning.ts';

/**
 * Words of a column's name, after `columnWords`, by what the column holds. The first kind that fits counts: an
 * e-mail address is no address, and an order's address no order number. Chinese words stand anywhere in a name.
 */
const BY_WORDS: readonly (readonly [IdentifierKind, RegExp, RegExp])[] = [
  ['email', /\b(e ?mail|mail|mailbox)\b/, /邮箱|邮件|电邮|信箱/],
  [
    'phone',
    /\b(phones?|telephone|mobile|tel|telefon|cell|fax|whats ?app|we ?chat|weixin|qq)\b/,
    /电话|手机|联系方式|传真|微信/,
  ],
  ['iban', /\b(iban|bic|swift|bank ?account|account (no|number|nr))\b/, /银行账号|银行帐号|开户/],
  [
    'card',
    /\b((credit|debit|bank|payment) ?card|card (no|number|nr)|cc (no|num|number))\b/,
    /银行卡|信用卡|卡号/,
  ],
  [
    'address',
    /\b(address(es)?|addr|street|post ?code|postal( code)?|zip( code)?|city|town|house (no|number)|latitude|longitude|lat|lng|ip)\b/,
    /地址|住址|街道|邮编|邮政编码|城市|门牌/,
  ],
  [
    'order',
    /\b((order|invoice|receipt|payment|transaction|tracking|parcel|basket|booking) ?(id|no|nr|num|number|ref|reference|code)|invoice|txn( id)?)\b/,
    /订单|发票|流水号|交易号|支付单|支付号|运单|快递单|物流单/,
  ],
  [
    'name',
    /^name$|\b((first|last|middle|full|given|family|sur|maiden|nick|user|customer|reviewer|buyer|client|person|contact|account|display|screen|recipient|shipping|billing) ?names?|forename|surname|birth ?day|birth ?date|date of birth|dob|passport|ssn|id ?card)\b/,
    /姓名|名字|姓氏|昵称|用户名|称呼|收货人|收件人|联系人|买家|客户名|会员名|身份证|护照|生日|出生/,
  ],
  [
    'text',
    /\b(review ?(text|body|title|headline)|reviews?$|comments?|summary|notes?|remarks?|messages?|feedback|body|free ?text)\b/,
    /评论|评价|留言|备注|意见|反馈|内容|正文/,
  ],
];

/** The kind of identifier that a column's name announces; null where it announces none. */
export function kindOfHeader(name: string): IdentifierKind | null {
  const words = columnWords(name);
  return BY_WORDS.find(([, english, chinese]) => english.test(words) || chinese.test(words))?.[0] ?? null;
}

/** `customerEmail`, `customer_email:token`, `Customer E-mail` become `customer email`, or `customer e mail`. */
function columnWords(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/:[a-z_]+$/, '')
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();
}
