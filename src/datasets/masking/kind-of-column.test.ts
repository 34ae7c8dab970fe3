import { describe, expect, test } from 'vitest';
import { kindOfColumn } from './kind-of-column.ts';
import { kindOfHeader } from './kind-of-header.ts';

describe('a column is known by its name', () => {
  test.each([
    ['email', ['email', 'E-Mail', 'customerEmail', 'customer_email:token', '邮箱', '电子邮件']],
    ['phone', ['Phone', 'mobile', 'tel', 'phone number', '手机', '手机号', '联系电话', '微信号']],
    ['iban', ['IBAN', 'bank account', '银行账号']],
    ['card', ['credit card', 'cardNumber', '信用卡号', '卡号']],
    ['address', ['address', 'Street', 'postcode', 'zip_code', 'City', '收货地址', '邮编']],
    ['order', ['order_id', 'OrderNo', 'InvoiceNo', 'transactionId', '订单编号', '发票号']],
    ['name', ['name', 'First Name', 'reviewerName', 'customer_name', 'username', '姓名', '收货人', '昵称']],
    ['text', ['reviewText', 'comment', 'summary', 'Notes', '评论', '备注']],
  ] as const)('%s', (kind, names) => {
    expect(names.filter((name) => kindOfHeader(name) !== kind)).toEqual([]);
  });

  test('and what holds a thing, a number or a time is not', () => {
    const names = [
      'userId',
      'movieId',
      'item_id:token',
      'rating',
      'timestamp',
      'unixReviewTime',
      'reviewTime',
      'title',
      'movie_title',
      'item_name',
      'productName',
      'genres',
      'release_year:token',
      'category',
      'brand',
      'price',
      'quantity',
      'country',
      'imdbId',
      'tag',
      'helpful',
      '商品名称',
      '商品编号',
      '评分',
      '时间',
      '类别',
    ];
    expect(names.filter((name) => kindOfHeader(name) !== null)).toEqual([]);
  });
});

describe('a column without a telling name is known by its values', () => {
  const times = (n: number, value: (i: number) => string): string[] =>
    Array.from({ length: n }, (_, i) => value(i));

  test.each([
    ['email', times(10, (i) => `someone${i}@example.org`)],
    ['phone', times(10, (i) => `+44 7700 90012${i}`)],
    ['phone', times(10, (i) => `1380013800${i}`)],
    ['address', times(10, (i) => `${i + 1} Larkspur Street`)],
    ['text', times(10, (i) => `I bought it for ${i} friends and they all liked it`)],
    ['text', times(10, (i) => `买来送给朋友的，大家都说很好用，推荐${i}`)],
  ])('%s', (kind, values) => {
    expect(kindOfColumn('x', values)).toBe(kind);
    expect(
      kindOfColumn(
        'x',
        values.flatMap((value) => [value, '', '']),
      ),
    ).toBe(kind);
  });

  test.each([
    ['numbers, of which one in ten passes Luhn', times(400, (i) => String(4_000_000_000_000_000 + i * 7919))],
    ['seconds', times(100, (i) => String(1_700_000_000 + i * 3600))],
    ['milliseconds', times(100, (i) => String(1_700_000_000_000 + i * 3_600_000))],
    ['years', times(100, (i) => String(1924 + i))],
    ['genres', times(100, (i) => ['Drama|War', 'Comedy', '(no genres listed)'][i % 3]!)],
    ['the same words again and again', times(100, () => 'to be sent by the next day')],
    ['nothing', times(10, () => '')],
  ])('%s are nobody', (_, values) => {
    expect(kindOfColumn('x', values)).toBeNull();
  });
});
