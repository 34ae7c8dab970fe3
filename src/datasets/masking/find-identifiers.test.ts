import { describe, expect, test } from 'vitest';
import { passesLuhn, passesMod97 } from './check-digits.ts';
import { kindOfValue } from './find-identifiers.ts';
import { scrubText } from './scrub-text.ts';

// Numbers that are set aside for examples: 555-01xx, Ofcom's 07700 900xxx and 020 7946 0xxx, the card networks' test
// numbers, the IBANs of the registry's own examples, example.org. The people and streets are invented.
describe('a value is known by its shape', () => {
  test.each([
    ['email', 'mara.quill@example.org'],
    ['email', 'm+shop_2@mail.example.co.uk'],
    ['email', '李雷@例子.公司'],
    ['email', 'ｍａｒａ＠example.org'],
    ['phone', '+44 7700 900123'],
    ['phone', '+1 (202) 555-0143'],
    ['phone', '+8613800138000'],
    ['phone', '0049 30 90182000'],
    ['phone', '(202) 555-0143'],
    ['phone', '202-555-0143'],
    ['phone', '1.202.555.0143'],
    ['phone', '07700 900123'],
    ['phone', '020 7946 0018'],
    ['phone', '030 90182000'],
    ['phone', '0151/12345678'],
    ['phone', '01 23 45 67 89'],
    ['phone', '13800138000'],
    ['phone', '138 0013 8000'],
    ['phone', '１３８００１３８０００'],
    ['phone', '010-12345678'],
    ['phone', '0755-12345678'],
    ['phone', '400-123-4567'],
    ['card', '4111 1111 1111 1111'],
    ['card', '4111111111111111'],
    ['card', '5555-5555-5555-4444'],
    ['card', '378282246310005'],
    ['card', '6240008631401148'],
    ['iban', 'GB82 WEST 1234 5698 7654 32'],
    ['iban', 'de89370400440532013000'],
    ['iban', 'FR14 2004 1010 0505 0001 3M02 606'],
    ['order', 'ORD-0042137'],
    ['order', 'ORD-2024-100042'],
    ['order', 'INV-2024/0042'],
    ['order', 'Invoice no. 553201'],
    ['order', '123-1234567-7654321'],
    ['order', '订单号：A20240317001'],
    ['address', '12 Larkspur Street'],
    ['address', '12 Larkspur Street, Fernley, SW1A 1AA'],
    ['address', '4711 Old Mill Road, Fernley, OR 97201'],
    ['address', 'Lindenstraße 5, 10969 Berlin'],
    ['address', '7 rue des Lilas, 75011 Paris'],
    ['address', '浙江省杭州市西湖区文三路 12 号 3 单元 501 室'],
    ['address', '北京市朝阳区幸福大街88号'],
  ])('%s: %s', (kind, value) => {
    expect(kindOfValue(value)).toBe(kind);
  });

  test.each([
    ['a card number with a wrong last digit', '4111 1111 1111 1112'],
    ['an IBAN with two digits exchanged', 'GB28 WEST 1234 5698 7654 32'],
    ['an IBAN of another length', 'GB82 WEST 1234 5698 7654 3'],
    ['seconds since 1970', '1711929600'],
    ['milliseconds', '1711929600000'],
    ['microseconds', '1711929600000000'],
    ['a time', '2024-03-17 09:26:53'],
    ['a date', '17/03/2024'],
    ['a range of years', '1999-2000'],
    ['a number', '1234567'],
    ['a price', '1,234.56'],
    ['an ISBN', '978-3-16-148410-0'],
    ['an ISBN of ten digits', '0-306-40615-2'],
    ['a barcode', '4006381333931'],
    ['a padded barcode', '0012345678905'],
    ['an ASIN', 'B00004TKVY'],
    ['a version', '10.0.22631.3447'],
    ['a colour', '#123456'],
    ['a UUID', '7f1c2a9e-5d0b-4c1e-9a77-1b2c3d4e5f60'],
    ['nothing', ''],
  ])('%s is none: %s', (_, value) => {
    expect(kindOfValue(value)).toBeNull();
    expect(scrubText(value)).toEqual({ text: value, kinds: [] });
  });
});

test.each([
  // Real titles in which numbers, streets and at signs stand, as catalogues of films have them.
  '10 Cloverfield Lane (2016)',
  '21 Jump Street (2012)',
  '84 Charing Cross Road (1987)',
  '42nd Street (1933)',
  '77 Sunset Strip',
  '2001: A Space Odyssey (1968)',
  '4.3.2.1. (2010)',
  '12:08 East of Bucharest (A fost sau n-a fost?) (2006)',
  '11:14 (2003)',
  '10,000 BC (2008)',
  'Fahrenheit 9/11 (2004)',
  '3:10 to Yuma (2007)',
  'THX 1138 (1971)',
  '1-900 (06) (1994)',
  'You’ve Got M@il (1998)',
  'Rent-a-Cop 90210',
  '花样年华 (2000)',
  '长江七号 (2008)',
  '北京市的32号楼',
])('a title is kept: %s', (title) => {
  expect(scrubText(title)).toEqual({ text: title, kinds: [] });
});

describe('identifiers within a text', () => {
  test.each([
    ['Write to mara@example.org or call +44 7700 900123.', 'Write to ••• or call •••.', ['email', 'phone']],
    ['(202-555-0143)', '(•••)', ['phone']],
    ['No.4111111111111111 12', 'No.••• 12', ['card']],
    ['Gift card 4111-1111-1111-1111, valid', 'Gift card •••, valid', ['card']],
    ['IBAN DE89 3704 0044 0532 0130 00 and more', 'IBAN ••• and more', ['iban']],
    ['张三 13800138000，请尽快', '张三 •••,请尽快', ['phone']],
    ['Send it to 12 Larkspur Street, Fernley SW1A 1AA please', 'Send it to ••• please', ['address']],
  ])('%s', (text, scrubbed, kinds) => {
    expect(scrubText(text)).toEqual({ text: scrubbed, kinds });
  });

  test('hidden characters do not hide them', () => {
    expect(scrubText('mara\u200B@example.org').kinds).toEqual(['email']);
    expect(scrubText('4111\u00A01111\u20111111\u00A01111').kinds).toEqual(['card']);
  });

  test('a long text does not hold the reader up', () => {
    for (const part of ['a', '1', '@', 'a@', '1 ', '12 a', '+1', 'a.', '市']) {
      expect(scrubText(part.repeat(20_000 / part.length)).text.length).toBeGreaterThan(0);
    }
  });
});

test('check digits, by hand', () => {
  // 7992739871 with check digit 3 is the example of the patent: 3+2+7+8+9+6+7+4+7+8+9 = 70.
  expect(passesLuhn('79927398713')).toBe(true);
  expect(passesLuhn('79927398710')).toBe(false);
  expect(passesMod97('GB82WEST12345698765432')).toBe(true);
  expect(passesMod97('GB83WEST12345698765432')).toBe(false);
});
