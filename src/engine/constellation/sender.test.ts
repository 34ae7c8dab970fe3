import { describe, expect, test } from 'vitest';
import { catalogueId, itemIndex } from '../../domain/ids.ts';
import type { ConstellationMessage } from './messages.ts';
import type { ConstellationSink, EmbeddingMoment, MappedCatalogue } from './sender.ts';
import { ConstellationSender } from './sender.ts';

const SHOP = catalogueId('shop');
const OTHER = catalogueId('other');
const ITEMS = 6;

/** Item i has the embedding (i, 10 · epoch); 5 and 1 are the most popular. */
const moment = (epoch: number, epochs = 4): EmbeddingMoment => ({
  epoch,
  epochs,
  dim: 2,
  itemEmbeddings: Float32Array.from({ length: 2 * ITEMS }, (_, i) => (i % 2 === 0 ? i / 2 : 10 * epoch)),
  popular: (k) => Int32Array.of(5, 1, 0, 2, 3, 4).subarray(0, k),
});

const request = (also: readonly number[] = [], points = 2, catalogue = SHOP) => ({
  catalogue,
  points,
  also: also.map(itemIndex),
  seed: 9,
});

interface Line extends ConstellationSink {
  readonly sent: ConstellationMessage[];
  closed: boolean;
}

function line(): Line {
  const sent: ConstellationMessage[] = [];
  const self: Line = {
    sent,
    closed: false,
    send: (message) => sent.push(message),
    close: () => (self.closed = true),
  };
  return self;
}

/** A sender whose catalogue has six items. */
function bench(stored: EmbeddingMoment | null = null, open?: () => Promise<unknown>) {
  const mapped: MappedCatalogue = {
    facts: { itemCount: ITEMS, department: Int32Array.of(10, 11, 12, 13, 14, -1) },
    stored,
  };
  return new ConstellationSender(async () => {
    await open?.();
    return mapped;
  });
}

const kinds = ({ sent }: Line): string[] =>
  sent.map((message) => (message.kind === 'snapshot' ? `pass ${message.epoch}` : message.kind));

describe('the sender of the constellation', () => {
  test('sends the most popular rows and those asked for, each once, ascending, with their departments', async () => {
    const to = line();
    await bench(moment(4)).show(request([3, 5, 3, 99, -1]), to);
    expect(to.sent[0]).toEqual({
      kind: 'run',
      catalogue: SHOP,
      items: Int32Array.of(1, 3, 5),
      department: Int32Array.of(11, 13, -1),
      seed: 9,
      training: false,
    });
    const embeddings = Float32Array.of(1, 40, 3, 40, 5, 40);
    expect(to.sent[1]).toEqual({ kind: 'snapshot', epoch: 4, epochs: 4, dim: 2, embeddings });
    expect(to.sent).toHaveLength(2);
  });

  test('sends nothing before there is a model or a training', async () => {
    const to = line();
    await bench().show(request(), to);
    expect(to.sent).toEqual([]);
  });

  test('sends a training from its start on, pass by pass, and its end; the next one is another run', async () => {
    const to = line();
    const sender = bench(moment(4));
    await sender.show(request(), to);
    for (let epoch = 0; epoch <= 4; epoch++) sender.follow(SHOP, moment(epoch));
    sender.ended();
    sender.follow(SHOP, moment(0));
    const passes = ['pass 0', 'pass 1', 'pass 2', 'pass 3', 'pass 4'];
    expect(kinds(to)).toEqual(['run', 'pass 4', 'run', ...passes, 'rest', 'run', 'pass 0']);
    expect(to.sent[2]).toMatchObject({ training: true });
  });

  test('joins a training that runs, at its latest pass', async () => {
    const to = line();
    const sender = bench(moment(4));
    sender.follow(SHOP, moment(0));
    sender.follow(SHOP, moment(1));
    await sender.show(request(), to);
    sender.follow(SHOP, moment(2));
    expect(kinds(to)).toEqual(['run', 'pass 1', 'pass 2']);
  });

  test('joins a training that begins while the catalogue opens, once', async () => {
    const to = line();
    const sender = bench(moment(4));
    const showing = sender.show(request(), to);
    sender.follow(SHOP, moment(0));
    sender.follow(SHOP, moment(1));
    await showing;
    sender.follow(SHOP, moment(2));
    expect(kinds(to)).toEqual(['run', 'pass 1', 'pass 2']);
  });

  test('a training of another catalogue is not shown, nor its end', async () => {
    const to = line();
    const sender = bench(moment(4));
    sender.follow(OTHER, moment(0));
    await sender.show(request(), to);
    sender.follow(OTHER, moment(1));
    sender.ended();
    expect(kinds(to)).toEqual(['run', 'pass 4']);
  });

  test('sends of a training of 240 passes the start, each tenth pass and the last', async () => {
    const to = line();
    const sender = bench();
    await sender.show(request(), to);
    for (let epoch = 0; epoch <= 240; epoch++) sender.follow(SHOP, moment(epoch, 240));
    const passes = to.sent.flatMap((message) => (message.kind === 'snapshot' ? [message.epoch] : []));
    expect(passes).toEqual(Array.from({ length: 25 }, (_, i) => 10 * i));
  });

  test('a second showing takes the place of the first, even while that one still opens', async () => {
    const [first, second] = [line(), line()];
    const sender = bench(moment(4));
    await Promise.all([sender.show(request(), first), sender.show(request([2]), second)]);
    sender.follow(SHOP, moment(0));
    expect([first.closed, second.closed]).toEqual([true, false]);
    expect(first.sent).toEqual([]);
    expect(kinds(second)).toEqual(['run', 'pass 4', 'run', 'pass 0']);
  });

  test('hidden, at any time, it closes the line and sends nothing more', async () => {
    const [early, late] = [line(), line()];
    const sender = bench(moment(4));
    const showing = sender.show(request(), early);
    sender.hide();
    await showing;
    await sender.show(request(), late);
    sender.hide(OTHER);
    expect(late.closed).toBe(false);
    sender.hide(SHOP);
    sender.follow(SHOP, moment(0));
    sender.ended();
    expect([early.closed, late.closed]).toEqual([true, true]);
    expect([...early.sent, ...late.sent.slice(2)]).toEqual([]);
  });

  test.each([0, 4001, 1.5, Number.NaN])(
    "refuses %d points with 'argument/range' and closes the line",
    async (points) => {
      const to = line();
      await expect(bench(moment(4)).show(request([], points), to)).rejects.toMatchObject({
        code: 'argument/range',
        detail: { points },
      });
      expect(to.closed).toBe(true);
    },
  );

  test('a catalogue that does not open closes the line and says why', async () => {
    const to = line();
    const sender = bench(null, () => Promise.reject(new Error('no such shop')));
    await expect(sender.show(request(), to)).rejects.toThrow('no such shop');
    expect(to.closed).toBe(true);
  });

  test('what is sent is the receiver’s: neither embeddings nor rows are shared', async () => {
    const to = line();
    const stored = moment(4);
    const sender = bench(stored);
    await sender.show(request(), to);
    for (const message of to.sent) {
      if (message.kind === 'run') structuredClone(message, { transfer: [message.items.buffer] });
      if (message.kind === 'snapshot') structuredClone(message, { transfer: [message.embeddings.buffer] });
    }
    expect(stored.itemEmbeddings).toHaveLength(2 * ITEMS);
    sender.follow(SHOP, moment(0));
    expect(to.sent[2]).toMatchObject({ kind: 'run', items: Int32Array.of(1, 5) });
  });
});
