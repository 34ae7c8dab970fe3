import { describe, expect, test } from 'vitest';
import { KIND_CODE } from '../../domain/events.ts';
import { readDataset } from '../read-dataset.ts';
import { testKey, testUsers } from '../testing/test-key.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { memoryFile } from '../testing/memory-file.ts';
import { gz } from '../testing/packing.ts';

describe('NCF split', () => {
  const TRAIN = '0\t5\t4\t1000000000\n0\t6\t3\t1000000100\n1\t5\t5\t1000000200\n';
  const PLACES = 'user\titem\trating\tpos\n0\t5\t4\t1\n0\t6\t3\t2\n1\t5\t5\t1\n';
  const TEST = '0\t7\t5\t1000000300\n1\t8\t2\t1000000400\n';
  const NEGATIVES = '(0,7)\t8\t9\t5\n(1,8)\t8\t7\t6\n';
  const files = (train = TRAIN, test = TEST, negatives = NEGATIVES) => [
    memoryFile('s.test.negative', negatives),
    memoryFile('s.test.rating', test),
    memoryFile('s.train.rating', train),
  ];

  test('columns are the training part; items of the test part have rows too', async () => {
    const { columns, items, users, ncf, name } = await readDataset(files(), {
      pseudonymKey: await testKey(),
    });
    expect(name).toBe('s');
    expect(users).toEqual(await testUsers('0', '1'));
    expect(items.map((item) => item.id)).toEqual(['5', '6', '7', '8', '9']);
    expect([...columns.item]).toEqual([0, 1, 0]);
    expect(columns.itemCount).toBe(5);
    expect([...(ncf?.test.user ?? [])]).toEqual([0, 1]);
    expect([...(ncf?.test.item ?? [])]).toEqual([2, 3]);
    expect([...(ncf?.test.at ?? [])]).toEqual([1_000_000_300_000, 1_000_000_400_000]);
  });

  test('negatives are kept as they are, and rows that list their own positive are counted', async () => {
    const { ncf } = await readDataset(files());
    expect(ncf?.negativesPerRow).toBe(3);
    expect([...(ncf?.negatives ?? [])]).toEqual([3, 4, 0, 3, 2, 1]);
    expect(ncf?.rowsWithPositiveAmongNegatives).toBe(1);
  });

  test('places are an order, not a time', async () => {
    const { columns, dateRange } = await readDataset([memoryFile('s.train.pos.tsv.gz', gz(PLACES))]);
    expect([...columns.value]).toEqual([4, 3, 5]);
    expect([...columns.at]).toEqual([NaN, NaN, NaN]);
    expect(dateRange).toBeNull();
  });

  test('rows out of the order of their places are brought into it', async () => {
    const rows = '0\t5\t4\t2\n1\t9\t1\t1\n0\t6\t3\t3\n0\t8\t5\t0\n';
    const { columns, items } = await readDataset([
      memoryFile('s.train.pos.tsv', `user\titem\trating\tpos\n${rows}`),
    ]);
    const read = Array.from(columns.item, (item, k) => `${columns.user[k]!}:${items[item]!.id}`);
    expect(read).toEqual(['0:8', '0:5', '0:6', '1:9']);
  });

  test('without negatives, or the training part alone, is read', async () => {
    const [, test_, train] = files();
    expect((await readDataset([train!, test_!])).ncf?.negatives).toBeNull();
    expect((await readDataset([train!])).ncf).toBeUndefined();
  });

  test('without its training or test part names what is missing', async () => {
    const [negative, test_, train] = files();
    const noTrain = await refusalOf(readDataset([negative!, test_!]));
    expect(noTrain.code).toBe('import/missing-file');
    expect(noTrain.message).toContain('s.train.rating');
    const noTest = await refusalOf(readDataset([negative!, train!]));
    expect(noTest.code).toBe('import/missing-file');
    expect(noTest.message).toContain('s.test.rating');
  });

  test.each([
    ['a row of another pair', '(0,7)\t8\n(1,9)\t8\n', 'line 2: it belongs to (1,9)'],
    ['a row too many', '(0,7)\t8\n(1,8)\t8\n(1,8)\t8\n', 'line 3'],
    ['a row too few', '(0,7)\t8\n', 'the file ends here'],
    ['rows of different length', '(0,7)\t8\t9\n(1,8)\t8\n', 'line 2: there are 1 items, but 2'],
    ['no pair', '0\t7\t8\n', 'line 1: the row should begin with "(user,item)"'],
  ])('negatives with %s are refused with the line', async (_, negatives, words) => {
    const error = await refusalOf(readDataset(files(TRAIN, TEST, negatives)));
    expect(error.code).toBe('import/too-many-bad-rows');
    expect(error.message).toContain(words);
  });
});

describe('SASRec sequences', () => {
  test('rows keep their order, without times, as likes', async () => {
    const { columns, items, dateRange, format } = await readDataset([
      memoryFile('beauty.txt', '1 3\n1 1\n2 3\n'),
    ]);
    expect(format).toBe('SASRec sequences');
    expect(items.map((item) => item.id)).toEqual(['3', '1']);
    expect([...columns.item]).toEqual([0, 1, 0]);
    expect([...columns.kind]).toEqual([KIND_CODE.like, KIND_CODE.like, KIND_CODE.like]);
    expect([...columns.value]).toEqual([1, 1, 1]);
    expect(dateRange).toBeNull();
  });

  test('a repeated pair keeps its last place', async () => {
    const { columns, report } = await readDataset([memoryFile('s.txt', '1 3\n1 1\n1 3\n')]);
    expect([...columns.item]).toEqual([1, 0]);
    expect(report.duplicatesMerged).toBe(1);
  });

  test('two of them at once are one too many', async () => {
    const files = [memoryFile('a.txt', '1 1\n'), memoryFile('b.txt', '1 1\n')];
    const error = await refusalOf(readDataset(files));
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('a.txt and b.txt');
  });
});

describe('RecBole', () => {
  const INTER =
    'user_id:token\titem_id:token\trating:float\ttimestamp:float\nu1\tA\t4\t1000000000.5\nu2\tB\t3\t1000000001\n';
  const ITEM =
    'item_id:token\tmovie_title:token_seq\trelease_year:token\tclass:token_seq\nA\tNet, The\t1988\tDrama War\nC\tShip\t\t\n';

  test('columns are found by name, in any order, with titles and classes of .item', async () => {
    const shuffled = INTER.split('\n')
      .map((line) => line.split('\t').toReversed().join('\t'))
      .join('\n');
    for (const inter of [INTER, shuffled]) {
      const { items, users, columns, report, name } = await readDataset(
        [memoryFile('ml.inter', inter), memoryFile('ml.item', ITEM)],
        { pseudonymKey: await testKey() },
      );
      expect(name).toBe('ml');
      expect(users).toEqual(await testUsers('u1', 'u2'));
      expect(items).toEqual([
        { id: 'A', title: 'The Net', department: 'Drama', tags: ['War'], year: 1988 },
        { id: 'B', title: 'B', department: '' },
      ]);
      expect([...columns.at]).toEqual([1_000_000_000_500, 1_000_000_001_000]);
      expect(report).toMatchObject({ untitledItems: 1, unratedItems: 1 });
    }
  });

  test('without ratings and times is a log of likes in the order of its rows', async () => {
    const { columns } = await readDataset([memoryFile('x.inter', 'user_id:token\titem_id:token\na\tb\n')]);
    expect([...columns.kind]).toEqual([KIND_CODE.like]);
    expect([...columns.at]).toEqual([NaN]);
  });

  test('without a needed column says which', async () => {
    const work = readDataset([memoryFile('x.inter', 'user_id:token\trating:float\na\t1\n')]);
    const error = await refusalOf(work);
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('item_id');
  });

  test('without .inter names it', async () => {
    const error = await refusalOf(readDataset([memoryFile('x.item', ITEM)]));
    expect(error.code).toBe('import/missing-file');
    expect(error.message).toContain('x.inter');
  });
});

describe('a table with named columns', () => {
  test.each([
    [
      'commas, quotes and other names',
      'shop.csv',
      'Product ID,"User ID",Stars,Date\n"a,1",ann,4,2001-09-09\nb,bob,5,2001-09-10\n',
    ],
    ['tabs', 'shop.tsv', 'user\titem\trating\ttimestamp\nann\ta,1\t4\t999993600\nbob\tb\t5\t1000080000\n'],
  ])('with %s is read', async (_, file, text) => {
    const { users, items, columns, format } = await readDataset([memoryFile(file, text)], {
      pseudonymKey: await testKey(),
    });
    expect(format).toBe('Ratings table');
    expect(users).toEqual(await testUsers('ann', 'bob'));
    expect(items.map((item) => item.id)).toEqual(['a,1', 'b']);
    expect([...columns.value]).toEqual([4, 5]);
    expect([...columns.at]).toEqual([Date.UTC(2001, 8, 9), Date.UTC(2001, 8, 10)]);
  });

  test.each([
    ['Customer,SKU,Order Date,Qty', 'of a shop'],
    ['InvoiceNo,StockCode,Quantity,InvoiceDate,CustomerID', 'of a wholesaler'],
    ['buyer_id,product,created_at', 'of a database'],
    ['会员编号,商品编号,下单时间', 'of a shop in China'],
  ])('an order log with the columns %s is read, %s', async (header) => {
    const names = header.toLowerCase().split(',');
    const row = (buyer: string, thing: string, at: string): string =>
      names
        .map((name) =>
          /customer|buyer|会员/.test(name)
            ? buyer
            : /sku|stock|product|商品/.test(name)
              ? thing
              : /date|at$|时间/.test(name)
                ? at
                : '2',
        )
        .join(',');
    const text = [
      header,
      row('ann', 'kettle', '2001-09-09'),
      row('bob', 'lamp', '2001-09-10 05:20'),
      '',
    ].join('\n');
    const { users, items, columns } = await readDataset([memoryFile('orders.csv', text)], {
      pseudonymKey: await testKey(),
    });
    expect(users).toEqual(await testUsers('ann', 'bob'));
    expect(items.map((item) => item.id)).toEqual(['kettle', 'lamp']);
    expect([...columns.at]).toEqual([Date.UTC(2001, 8, 9), Date.UTC(2001, 8, 10, 5, 20)]);
  });
});
