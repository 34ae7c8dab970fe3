import type { PrivacyRoom, PrivacyRoomOptions } from './privacy-room.ts';

type Asked = Pick<PrivacyRoom, 'attack' | 'cost' | 'export' | 'tally'>;

/** The room of privacy before it is there: whoever asks it first fetches it. One that failed is fetched again. */
export class PrivacyGate implements Asked {
  readonly #options: PrivacyRoomOptions;
  #room: Promise<PrivacyRoom> | null = null;

  constructor(options: PrivacyRoomOptions) {
    this.#options = options;
  }

  async attack(...asked: Parameters<Asked['attack']>): ReturnType<Asked['attack']> {
    return (await this.#open()).attack(...asked);
  }

  async cost(...asked: Parameters<Asked['cost']>): ReturnType<Asked['cost']> {
    return (await this.#open()).cost(...asked);
  }

  async export(...asked: Parameters<Asked['export']>): ReturnType<Asked['export']> {
    return (await this.#open()).export(...asked);
  }

  async tally(...asked: Parameters<Asked['tally']>): ReturnType<Asked['tally']> {
    return (await this.#open()).tally(...asked);
  }

  #open(): Promise<PrivacyRoom> {
    this.#room ??= import('./privacy-room.ts').then(
      ({ PrivacyRoom }) => new PrivacyRoom(this.#options),
      (error: unknown) => {
        this.#room = null;
        throw error;
      },
    );
    return this.#room;
  }
}
