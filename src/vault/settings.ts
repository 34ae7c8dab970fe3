import { HomebodyError } from '../domain/errors.ts';
import type { CatalogueId } from '../domain/ids.ts';
import type { Ledger } from './ledger.ts';
import type { Put, SettingsRecord } from './records.ts';

/** Longest JSON of one setting, in UTF-16 units. */
const LONGEST = 64 * 1024;

/** The current catalogue and the visitor's settings, in one record. */
export class Settings {
  readonly #ledger: Ledger;
  readonly #initial: CatalogueId;

  /** `initial`: the catalogue that is current when none was chosen. */
  constructor(ledger: Ledger, initial: CatalogueId) {
    this.#ledger = ledger;
    this.#initial = initial;
  }

  /** As last refreshed; the initial ones when nothing, or nothing readable, is stored. */
  read(): SettingsRecord {
    return this.#ledger.get('settings', 'visitor') ?? { current: this.#initial, values: {} };
  }

  change(makeNext: (settings: SettingsRecord) => SettingsRecord): Promise<void> {
    return this.#ledger.commit(() => ({ put: [asPut(makeNext(this.read()))], result: undefined }));
  }

  /** @throws 'argument/range' for what is not JSON, or too long */
  async save(name: string, value: unknown): Promise<void> {
    const json: string | undefined = JSON.stringify(value);
    if (json === undefined || json.length > LONGEST) {
      throw new HomebodyError('argument/range', 'A setting is a JSON value of at most 64 KiB.', {
        detail: { name, length: json?.length ?? 0 },
      });
    }
    const kept: unknown = JSON.parse(json);
    await this.change((settings) => ({ ...settings, values: { ...settings.values, [name]: kept } }));
  }

  /** The part of a plan that makes the initial catalogue current when this one is. */
  without(catalogue: CatalogueId): Put[] {
    const settings = this.read();
    return settings.current === catalogue ? [asPut({ ...settings, current: this.#initial })] : [];
  }
}

function asPut(value: SettingsRecord): Put {
  return { store: 'settings', key: 'visitor', value };
}
