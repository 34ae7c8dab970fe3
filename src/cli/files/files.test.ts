import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { testFolder } from '../testing/test-cli.ts';
import { sourceFilesAt } from './source-files.ts';
import { writeWhole } from './write-whole.ts';

const folder = testFolder();
afterAll(folder.remove);
const path = (...parts: string[]): string => join(folder.path, ...parts);
const never = new AbortController().signal;

mkdirSync(path('set', 'below'), { recursive: true });
writeFileSync(path('set', 'b.csv'), 'bb');
writeFileSync(path('set', 'a.csv'), 'user,item');
writeFileSync(path('set', 'below', 'c.csv'), 'not part of it');

async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a folder gives the files in it, by name, not those of folders below', async () => {
  const files = await sourceFilesAt(path('set'));
  expect(files?.map(({ name, size }) => [name, size])).toEqual([
    ['set/a.csv', 9],
    ['set/b.csv', 2],
  ]);
});

test('a file gives itself; a path that leads nowhere gives null', async () => {
  const files = await sourceFilesAt(path('set', 'a.csv'));
  expect(files?.map(({ name }) => name)).toEqual(['a.csv']);
  expect(await sourceFilesAt(path('nothing'))).toBeNull();
});

test('a file can be read whole any number of times, and in part', async () => {
  const [file] = (await sourceFilesAt(path('set', 'a.csv')))!;
  expect(await textOf(file!.stream())).toBe('user,item');
  expect(await textOf(file!.stream())).toBe('user,item');
  expect(await textOf(file!.slice!(5, 9).stream())).toBe('item');
  expect(await textOf(file!.slice!(9, 9).stream())).toBe('');
});

test('a file of several chunks comes byte for byte; a reader may leave early', async () => {
  const bytes = Uint8Array.from({ length: 700_001 }, (_, i) => (i * 31) % 251);
  writeFileSync(path('large'), bytes);
  const [file] = (await sourceFilesAt(path('large')))!;
  const chunks: Uint8Array[] = [];
  for await (const chunk of file!.stream()) chunks.push(chunk);
  expect(Buffer.concat(chunks).equals(bytes)).toBe(true);
  expect(chunks.length).toBeGreaterThan(1);
  for await (const first of file!.stream()) {
    expect(first[1]).toBe(31);
    break;
  }
});

test('writes a file in the place of an old one and leaves nothing beside it', async () => {
  mkdirSync(path('out'));
  writeFileSync(path('out', 'm'), 'old');
  await writeWhole(path('out', 'm'), Uint8Array.of(110, 101, 119), never);
  expect(readFileSync(path('out', 'm'), 'utf8')).toBe('new');
  expect(readdirSync(path('out'))).toEqual(['m']);
});

test("a cancelled write leaves the old file alone: 'training/cancelled'", async () => {
  mkdirSync(path('stopped'));
  writeFileSync(path('stopped', 'm'), 'old');
  const stop = new AbortController();
  const writing = writeWhole(path('stopped', 'm'), new Uint8Array(50_000_000), stop.signal);
  setImmediate(() => stop.abort());
  await expect(writing).rejects.toMatchObject({ code: 'training/cancelled' });
  expect(readdirSync(path('stopped'))).toEqual(['m']);
  expect(readFileSync(path('stopped', 'm'), 'utf8')).toBe('old');
});

test('a failed write leaves nothing', async () => {
  mkdirSync(path('failed', 'm'), { recursive: true });
  writeFileSync(path('failed', 'm', 'inside'), '');
  await expect(writeWhole(path('failed', 'm'), Uint8Array.of(1), never)).rejects.toMatchObject({
    syscall: 'rename',
  });
  expect(readdirSync(path('failed'))).toEqual(['m']);
});
