import type { StoredEvent } from '../domain/events.ts';
import type { ItemLanguage } from '../domain/item.ts';
import { catalogueNames, titlesOf } from './stored-things.ts';
import type { VaultInside } from './vault-inside.ts';

/** Who did it: in a file of one person's events the importer of tables wants somebody's name all the same. */
const USER = 'me';
/** Excel takes a file without it for one of the local code page. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Spreadsheets take a cell that begins so for a formula (OWASP, CSV Injection), also in full width. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/u;

interface ToldEvent extends StoredEvent {
  readonly title: string | null;
  readonly catalogueName: string | null;
}

/**
 * The visitor's events, oldest first, as CSV (RFC 4180) in UTF-8 with a byte-order mark. A text that a spreadsheet would
 * run as a formula has an apostrophe before it. `user`, `item` and `timestamp` make it a table that can be imported as a
 * catalogue.
 */
export async function exportCsv(inside: VaultInside, language?: ItemLanguage): Promise<Blob> {
  const events = await toldEvents(inside, language);
  const lines = [
    ['user', 'item', 'title', 'event', 'timestamp', 'catalogue', 'id'],
    ...events.map(({ id, item, title, kind, at, catalogueName }) => [
      USER,
      item,
      title ?? '',
      kind,
      isoOf(at),
      catalogueName ?? '',
      String(id),
    ]),
  ];
  const text = lines.map((cells) => `${cells.map(cell).join(',')}\r\n`);
  return new Blob([BYTE_ORDER_MARK, ...text], { type: 'text/csv' });
}

/**
 * Events, settings and the summaries of catalogues as JSON; `docs/privacy.md` describes its fields. `now`: ms since
 * the epoch.
 */
export async function exportJson(inside: VaultInside, now: number, language?: ItemLanguage): Promise<Blob> {
  const events = await toldEvents(inside, language);
  const content = {
    format: 'homebody/export',
    version: 1,
    exportedAt: isoOf(now),
    events: events.map((event) => ({ ...event, at: isoOf(event.at) })),
    settings: inside.settings.read().values,
    catalogues: inside.catalogues.list(),
  };
  return new Blob([`${JSON.stringify(content, null, 2)}\n`], { type: 'application/json' });
}

/** Of all catalogues, oldest first. */
async function toldEvents(inside: VaultInside, language: ItemLanguage | undefined): Promise<ToldEvent[]> {
  await inside.ledger.refresh();
  const events = inside.ledger
    .entries('events')
    .map(([id, event]) => ({ ...event, id }))
    .sort((a, b) => a.id - b.id);
  const titles = await titlesOf(inside, events, language);
  const nameOf = catalogueNames(inside);
  return events.map((event) => ({
    ...event,
    title: titles(event.catalogue, event.item),
    catalogueName: nameOf(event.catalogue),
  }));
}

/** A time that no calendar holds is told as none. */
function isoOf(at: number): string {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString();
}

/** One cell of RFC 4180. */
function cell(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
