import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refusalOf } from '../testing/refusal-of.ts';
import { memoryFile } from '../testing/memory-file.ts';
import type { MemoryFileOptions } from '../testing/memory-file.ts';
import { gz, joinBytes, streamedZip, textBytes, zip, zip64 } from '../testing/packing.ts';
import { ImportMeter } from './import-meter.ts';
import { openFiles } from './open-files.ts';

const TEXT = Array.from({ length: 20_000 }, (_, i) => `line ${i} of ${(i * 2654435761) % 97}\n`).join('');

const meter = (): ImportMeter => new ImportMeter({ yieldTurn: () => Promise.resolve() });

async function read(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  options?: MemoryFileOptions,
): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const file of await openFiles([memoryFile(name, bytes, options)], meter())) {
    const chunks: Uint8Array[] = [];
    for await (const chunk of file.chunks()) chunks.push(chunk);
    texts[`${file.group}/${file.name}`] = new TextDecoder().decode(joinBytes(chunks));
  }
  return texts;
}

describe('gzip', () => {
  test('is unpacked, and the name loses its .gz', async () => {
    expect(await read('log.csv.gz', gz(TEXT))).toEqual({ '/log.csv': TEXT });
  });

  test('is known by its bytes: unpacked text that kept the name .gz is text', async () => {
    expect(await read('log.csv.gz', textBytes('a,b\n'))).toEqual({ '/log.csv': 'a,b\n' });
  });

  test('of several members is read to its end', async () => {
    expect(await read('log.gz', joinBytes([gz('one\n'), gz('two\n'), gz(TEXT)]))).toEqual({
      '/log': `one\ntwo\n${TEXT}`,
    });
  });

  test('cut anywhere is damaged', async () => {
    const whole = gz(TEXT);
    for (const cut of [1, 4, 7, 8, 9, 100, whole.length >> 1, whole.length - 3]) {
      expect((await refusalOf(read('log.gz', whole.slice(0, whole.length - cut)))).code).toBe(
        'import/damaged',
      );
    }
  });

  test('with one changed byte is damaged, wherever it is (its header apart)', async () => {
    const whole = gz(TEXT);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 10, max: whole.length - 1 }), async (at) => {
        const changed = whole.slice();
        changed[at]! ^= 0x55;
        expect((await refusalOf(read('log.gz', changed))).code).toBe('import/damaged');
      }),
      { numRuns: 40 },
    );
  });
});

describe('zip', () => {
  const archives = {
    deflated: zip({ 'set/log.csv': TEXT }),
    stored: zip({ 'set/log.csv': TEXT }, 0),
    'written as a stream': streamedZip({ 'set/log.csv': TEXT }),
    zip64: zip64('set/log.csv', TEXT),
  };
  for (const [how, bytes] of Object.entries(archives)) {
    test(`${how}: gives the same text`, async () => {
      expect(await read('my-set.zip', bytes)).toEqual({ 'my-set/log.csv': TEXT });
    });

    test(`${how}: also from a source that cannot slice, in odd chunks`, async () => {
      const options = { sliceable: false, chunkBytes: 7777 };
      expect(await read('my-set.zip', bytes, options)).toEqual({ 'my-set/log.csv': TEXT });
    });

    test(`${how}: cut anywhere, it is damaged`, async () => {
      for (const cut of [1, 10, 30, 200, bytes.length >> 1, bytes.length - 10]) {
        expect((await refusalOf(read('my-set.zip', bytes.slice(0, bytes.length - cut)))).code).toBe(
          'import/damaged',
        );
      }
    });
  }

  test('leaves out folders and the shadow files of macOS', async () => {
    const bytes = zip({ 'set/': '', 'set/a.csv': 'a', '__MACOSX/set/._a.csv': 'x', 'set/.DS_Store': 'x' });
    expect(Object.keys(await read('s.zip', bytes))).toEqual(['s/a.csv']);
  });

  test('a gzip file inside is unpacked too', async () => {
    expect(await read('s.zip', zip({ 'a.csv.gz': gz('text') }, 0))).toEqual({ 's/a.csv': 'text' });
  });

  test('with one changed byte of data is damaged: the checksum tells', async () => {
    const stored = zip({ 'log.csv': TEXT }, 0);
    stored[1000]! ^= 1;
    const error = await refusalOf(read('s.zip', stored));
    expect(error.code).toBe('import/damaged');
    expect(error.message).toContain('s.zip/log.csv');
    expect(error.message).toContain('checksum');
  });

  test('an encrypted entry is refused with what to do', async () => {
    const bytes = zip({ 'a.csv': 'text' }, 0);
    const directory = new TextDecoder('latin1').decode(bytes).indexOf('PK\u0001\u0002');
    bytes[directory + 8]! |= 1;
    const error = await refusalOf(read('s.zip', bytes));
    expect(error.code).toBe('import/unknown-format');
    expect(error.message).toContain('encrypted');
    expect(error.remedy).toContain('Unpack');
  });

  test('a file that is only called .zip is damaged', async () => {
    expect((await refusalOf(read('s.zip', textBytes('hello')))).code).toBe('import/damaged');
    expect((await refusalOf(read('s.zip', new Uint8Array(0)))).code).toBe('import/damaged');
  });

  test('an entry is read alone: the others are not unpacked', async () => {
    const noise = Uint8Array.from({ length: 300_000 }, (_, i) => (Math.imul(i + 1, 2654435761) >>> 13) & 255);
    const source = memoryFile('s.zip', zip({ 'big.bin': noise, 'a.csv': 'text' }), { chunkBytes: 4096 });
    const files = await openFiles([source], meter());
    const before = source.taken.bytes;
    for await (const chunk of files.find((file) => file.name === 'a.csv')!.chunks()) {
      expect(new TextDecoder().decode(chunk)).toBe('text');
    }
    expect(source.taken.bytes - before).toBeLessThan(200);
  });
});

test('a file that fails while it is read is damaged, and the cause is kept', async () => {
  const cause = new Error('the stick was pulled');
  const source = {
    name: 'log.csv',
    size: 10,
    stream: () => new ReadableStream<Uint8Array>({ pull: (controller) => controller.error(cause) }),
  };
  const error = await refusalOf(openFiles([source], meter()));
  expect(error.code).toBe('import/damaged');
  expect(error.cause).toBe(cause);
  expect(error.message).toContain('the stick was pulled');
});

test('the head of a large file is 64 KiB, and no more is read for it', async () => {
  const source = memoryFile('log.csv', TEXT.repeat(10), { chunkBytes: 1024 });
  const [file] = await openFiles([source], meter());
  expect((await file!.head()).length).toBe(65_536);
  expect(source.taken.bytes).toBeLessThan(70_000);
  expect(source.taken.cancelled).toBe(true);
});
