import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readDataset } from '../read-dataset.ts';
import type { ImportedDataset } from '../read-dataset.ts';
import { memoryFile } from '../testing/memory-file.ts';
import { testKey, testUsers } from '../testing/test-key.ts';
import { ibanLength, passesLuhn, passesMod97 } from './check-digits.ts';

const masked = ({ report }: ImportedDataset): string[] =>
  report.masked.map(
    ({ file, column, place, kind, action, count }) =>
      `${file} ${place} ${column === '' ? '-' : column}: ${count} ${kind} ${action}`,
  );

/** All that the vault is given, and all that the page is told, as text. */
const everything = ({ items, users, name, departments, brands, report }: ImportedDataset): string =>
  JSON.stringify([items, users, name, departments, brands, report]).normalize('NFKC');

describe('a table of a shop', () => {
  const ENGLISH = `customer_id,First name,E-mail,Mobile,Ship to address,OrderNo,product_id,rating,date,review text,country
c-1,Mara,mara.quill@example.org,+44 7700 900123,"12 Larkspur Street, Fernley",ORD-10001,lamp,5,2024-03-01,"Lovely, warm light",GB
c-2,Jon,jon@example.com,07700 900456,"3 Mill Lane, Fernley",ORD-10002,lamp,4,2024-03-02,,GB
c-1,Mara,mara.quill@example.org,+44 7700 900123,"12 Larkspur Street, Fernley",ORD-10003,kettle,3,2024-03-03,,GB
`;
  const CHINESE = `用户ID,姓名,手机号,邮箱,收货地址,订单编号,商品ID,评分,时间,评论
u1,韩梅梅,13800138000,meimei@example.org,浙江省杭州市西湖区文三路12号,20240301001,台灯,5,2024-03-01,很好
u2,李雷,13900139000,,北京市朝阳区幸福大街88号,20240302001,水壶,4,2024-03-02,
`;

  test('in English: what identifies people is counted, column by column, and nowhere else', async () => {
    const set = await readDataset([memoryFile('shop.csv', ENGLISH)], { pseudonymKey: await testKey() });
    expect(masked(set)).toEqual([
      'shop.csv 1 customer_id: 2 user replaced',
      'shop.csv 2 First name: 3 name dropped',
      'shop.csv 3 E-mail: 3 email dropped',
      'shop.csv 4 Mobile: 3 phone dropped',
      'shop.csv 5 Ship to address: 3 address dropped',
      'shop.csv 6 OrderNo: 3 order dropped',
      'shop.csv 10 review text: 1 text dropped',
    ]);
    expect(set.users).toEqual(await testUsers('c-1', 'c-2'));
    expect(set.items.map(({ id }) => id)).toEqual(['lamp', 'kettle']);
    expect(everything(set)).not.toMatch(/mara|jon|7700|larkspur|mill lane|ORD-|lovely|"c-1"/i);
  });

  test('in Chinese', async () => {
    const set = await readDataset([memoryFile('店铺.csv', CHINESE)]);
    expect(masked(set)).toEqual([
      '店铺.csv 1 用户ID: 2 user replaced',
      '店铺.csv 2 姓名: 2 name dropped',
      '店铺.csv 3 手机号: 2 phone dropped',
      '店铺.csv 4 邮箱: 1 email dropped',
      '店铺.csv 5 收货地址: 2 address dropped',
      '店铺.csv 6 订单编号: 2 order dropped',
      '店铺.csv 10 评论: 1 text dropped',
    ]);
    expect(everything(set)).not.toMatch(/韩梅梅|李雷|138001|meimei|文三路|幸福大街|20240301|很好/);
  });

  test('what is shown of rows left out names nobody either, however their fields stand', async () => {
    const rows = `c-1,Mara,13800138000,4111111111111111,lamp,5,x
c-2,Jon,13900139000,"4242 4242 4242 4242",,4,y
c-3,Lea,13700137000
"c-4",Ida,13600136000,5555555555554444,kettle,many,"z"
`;
    const set = await readDataset([
      memoryFile(
        'shop.csv',
        `customer_id,First name,Mobile,Code,product_id,rating,Ref\n${rows}${'c-5,Eva,,,lamp,5,\n'.repeat(4)}`,
      ),
    ]);
    expect(set.report.badRows.map(({ reason, text }) => `${reason}: ${text}`)).toEqual([
      'empty-id: •••,•••,•••,•••,,4,y',
      'too-few-fields: •••,•••,•••',
      'not-a-number: many',
    ]);
  });

  test('columns without names are known by what stands in them', async () => {
    const rows = Array.from(
      { length: 20 },
      (_, i) => `${i},${i % 3},4,100000000${i % 10},p${i}@example.org,x\n`,
    );
    const set = await readDataset([memoryFile('t.csv', `user,item,rating,time,a,b\n${rows.join('')}`)]);
    expect(masked(set)).toEqual(['t.csv 1 user: 20 user replaced', 't.csv 5 a: 20 email dropped']);
  });

  test('rows after the sample are masked as well', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `u${i},i${i % 7},4,p${i}@example.org\n`).join('');
    const set = await readDataset([
      memoryFile('t.csv', `user,item,rating,mail\n${rows}late,nora@example.org,5,x\n`),
    ]);
    expect(masked(set)).toEqual([
      't.csv 1 user: 5001 user replaced',
      't.csv 2 item: 1 email replaced',
      't.csv 4 mail: 5001 email dropped',
    ]);
    expect(set.items.at(-1)!.id).toMatch(/^~[\w-]{16}$/);
    expect(set.items.at(-1)!.title).toBe(set.items.at(-1)!.id);
  });

  test('users who are named by e-mail addresses are called so', async () => {
    const set = await readDataset([memoryFile('t.csv', 'user,item\na@example.org,1\nb@example.org,2\n')]);
    expect(masked(set)).toEqual(['t.csv 1 user: 2 email replaced']);
  });
});

describe('kept texts', () => {
  const FILMS = `movieId,title,genres
10,"Lamp, The (1999) by mara@example.org",Drama|+44 7700 900123
20,Kettle (2000),Comedy
`;
  const RATINGS =
    'userId,movieId,rating,timestamp\n1,10,4,1000000000\n1,20,3,1000000000\nx,10,many a@b.example,1\n';

  test('have gaps where identifiers were, and so have bad rows and the name of the archive', async () => {
    const set = await readDataset([
      memoryFile('jon@example.com/ratings.csv', RATINGS),
      memoryFile('jon@example.com/movies.csv', FILMS),
    ]);
    expect(set.items[0]).toMatchObject({
      title: 'The Lamp (1999) by •••',
      department: 'Drama',
      tags: ['•••'],
    });
    expect(set.items[1]).toMatchObject({ title: 'Kettle', year: 2000 });
    expect(set.name).toBe('•••');
    expect(set.report.badRows[0]!.text).toBe('many •••');
  });
});

describe('pseudonyms', () => {
  const first = [memoryFile('a.csv', 'user,item\nann,1\nbob,1\n')];
  const second = [memoryFile('b.csv', 'user,item\nbob,9\ncid,9\n')];

  test('join the files of one vault, and not those of two', async () => {
    const a = await readDataset(first, { pseudonymKey: await testKey(1) });
    const b = await readDataset(second, { pseudonymKey: await testKey(1) });
    const elsewhere = await readDataset(second, { pseudonymKey: await testKey(2) });
    expect(a.users[1]).toBe(b.users[0]);
    expect(new Set([...a.users, ...b.users, ...elsewhere.users]).size).toBe(5);
    const nowhere = await readDataset(second);
    expect(nowhere.users[0]).not.toBe((await readDataset(second)).users[0]);
  });

  test('are the first 96 bits of HMAC-SHA-256, in base64url', async () => {
    // printf 'user\0ann' | openssl dgst -sha256 -mac HMAC -macopt hexkey:0707…07 -binary | head -c 12 | base64
    expect((await testUsers('ann'))[0]).toBe('~qG8Xz4XXEhvzMZr9');
  });
});

describe('whatever a person is named by', () => {
  const digits = (n: number): fc.Arbitrary<string> =>
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: n, maxLength: n }).map((all) => all.join(''));
  const word = fc.stringMatching(/^[a-z][a-z0-9]{1,9}$/);
  const email = fc
    .tuple(word, word, fc.constantFrom('org', 'com', 'co.uk', 'cn'))
    .map(([a, b, c]) => `${a}@${b}.${c}`);
  const grouped = fc.constantFrom('', ' ', '-');
  const card = fc
    .tuple(fc.constantFrom('4', '51', '55', '62', '37', '6011'), digits(15), grouped)
    .map(([prefix, rest, gap]) => {
      const body = (prefix + rest).slice(0, prefix === '37' ? 14 : 15);
      const last = Array.from('0123456789').find((digit) => passesLuhn(body + digit))!;
      return (body + last).replace(/(.{4})(?=.)/g, `$1${gap}`);
    });
  const iban = fc
    .tuple(fc.constantFrom('DE', 'FR', 'GB', 'NL', 'ES', 'NO'), digits(30), grouped)
    .map(([land, rest, gap]) => {
      const bban = rest.slice(0, ibanLength(land) - 4);
      const check = Array.from({ length: 97 }, (_, i) => String(i + 2).padStart(2, '0')).find((two) =>
        passesMod97(land + two + bban),
      )!;
      return (land + check + bban).replace(/(.{4})(?=.)/g, `$1${gap}`);
    });
  const phone = fc.oneof(
    fc
      .tuple(fc.constantFrom('+44', '+49 ', '+1-', '+86 ', '+33'), digits(9))
      .map(([code, rest]) => code + rest.replace(/^0/, '7')),
    fc.tuple(fc.constantFrom('13', '15', '18'), digits(9)).map(([code, rest]) => code + rest),
    digits(4).map((rest) => `(202) 555-${rest}`),
    digits(8).map((rest) => `0755-${rest}`),
    digits(6).map((rest) => `07700 ${rest}`),
  );
  const identifier = fc.oneof(email, card, iban, phone);
  const before = fc.constantFrom('', 'Call ', 'Lamp: ', '“', '(', '给', 'No.', 'x, ');
  const after = fc.constantFrom('', ' please', ').', ' (1999)', '！', ' 12', ', The');
  const text = fc.record({ before, identifier, after });
  const quote = (value: string): string => `"${value}"`;

  test('is in no field that is stored or shown', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(text, identifier, identifier, identifier), { minLength: 1, maxLength: 8 }),
        async (rows) => {
          const films = rows.map(
            ([{ before, identifier, after }, genre, id], i) =>
              `${i % 2 ? i : quote(id)},${quote(before + identifier + after)},${quote(`Drama|${genre}`)}\n`,
          );
          const ratings = rows.map(
            ([{ identifier }, , id, user], i) =>
              `${quote(user)},${i % 2 ? i : quote(id)},4,1000000000,${quote(identifier)}\n${quote(user)},${quote(id)},bad ${identifier},1,\n`,
          );
          const set = await readDataset([
            memoryFile('movies.csv', `movieId,title,genres\n${films.join('')}`),
            memoryFile('ratings.csv', `userId,movieId,rating,timestamp,x\n${ratings.join('')}`, {
              chunkBytes: 7,
            }),
          ]);
          const stored = everything(set);
          for (const [one, ...others] of rows) {
            for (const value of [one.identifier, ...others]) expect(stored).not.toContain(value);
          }
          expect(set.users.every((user) => /^~[\w-]{16}$/.test(user))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});
