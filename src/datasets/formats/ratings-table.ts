import type { DatasetFile } from '../files/dataset-file.ts';
import { nameOf, onlyOne } from './choose-file.ts';
import { columnNamed, parseHeader, requireSeparator } from './header.ts';
import type { Header } from './header.ts';
import { newSink, rawLogOf } from './log-sink.ts';
import { readLogTable } from './log-table.ts';
import { peek } from './peek.ts';
import type { Reader } from './reader.ts';

/** Names that such columns bear, without case and punctuation; the likelier first. */
const USER = [
  'userid',
  'user',
  'uid',
  'reviewerid',
  'customerid',
  'visitorid',
  'personid',
  'memberid',
  'clientid',
  'buyerid',
  'customer',
  'visitor',
  'member',
  'client',
  'buyer',
  '用户id',
  '用户编号',
  '用户',
  '会员id',
  '会员编号',
  '会员',
  '顾客',
  '客户编号',
];
const ITEM = [
  'itemid',
  'item',
  'iid',
  'movieid',
  'productid',
  'asin',
  'bookid',
  'isbn',
  'songid',
  'artistid',
  'gameid',
  'articleid',
  'sku',
  'stockcode',
  'product',
  'article',
  '商品id',
  '商品编号',
  '商品',
  '物品id',
  '物品',
  '产品编号',
  '产品',
  '电影id',
  '图书编号',
];
const RATING = [
  'rating',
  'ratings',
  'score',
  'stars',
  'overall',
  'bookrating',
  'value',
  '评分',
  '打分',
  '星级',
];
const TIME = [
  'timestamp',
  'time',
  'ts',
  'unixreviewtime',
  'datetime',
  'date',
  'at',
  'orderdate',
  'ordertime',
  'orderedat',
  'purchasedate',
  'invoicedate',
  'createdat',
  '时间戳',
  '时间',
  '日期',
  '下单时间',
  '下单日期',
];

/** Any table with a header that names a user and an item column, and perhaps a rating and a time. */
export const ratingsTable: Reader = {
  accepts:
    'a CSV or TSV whose first line names the columns user, item and, where known, rating and timestamp',
  async recognise(files) {
    const tables: { file: DatasetFile; header: Header }[] = [];
    for (const file of files) {
      if (!/\.(csv|tsv|txt|tab|dat)$/i.test(file.name)) continue;
      const glimpse = await peek(file);
      if (glimpse.kind !== 'text') continue;
      const header = parseHeader(glimpse.lines[0] ?? '');
      if (columnNamed(header, USER) >= 0 && columnNamed(header, ITEM) >= 0) tables.push({ file, header });
    }
    const chosen = onlyOne(tables.map(({ file }) => file));
    const table = tables.find(({ file }) => file === chosen);
    if (table === undefined) return null;
    const { file, header } = table;
    requireSeparator(file, header, [',', '\t']);
    const value = columnNamed(header, RATING);
    return {
      format: 'Ratings table',
      name: nameOf(file, file.name.replace(/\.[a-z]+$/i, '')),
      files: [file],
      async read(desk) {
        const sink = newSink();
        const at = columnNamed(header, TIME);
        const { rows: rowsRead } = await readLogTable(
          desk,
          file,
          {
            separator: header.separator,
            quotes: true,
            header: true,
            user: columnNamed(header, USER),
            item: columnNamed(header, ITEM),
            value,
            at,
            atIs: 'clock',
          },
          sink,
        );
        return rawLogOf(sink, { rowsRead, times: at >= 0 ? 'clock' : 'none', rated: value >= 0 }, null);
      },
    };
  },
};
