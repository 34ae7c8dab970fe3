import { HomebodyError } from '../../domain/errors.ts';

const SCOPES = ['out-of-memory', 'internal', 'validation'] as const;

/**
 * Turns everything a device can say only on the side into rejections: error scopes, `uncapturederror` and the
 * loss of the device. After an uncaptured error, or where the device failed and not the call (memory ran out, a
 * fault of the driver), the device counts as lost too: what it computed is not to be trusted, and another home
 * can go on. A lost device fails every call, the pending ones too: mapAsync on it may never settle.
 */
export class DeviceGuard {
  /** Rejects with 'home/lost' when the device is lost, or has failed so that it cannot be used. */
  readonly lost: Promise<never>;
  readonly #device: GPUDevice;
  readonly #deviceName: string;
  readonly #pending = new Set<(failure: HomebodyError) => void>();
  #reject!: (failure: HomebodyError) => void;
  #failure: HomebodyError | null = null;

  constructor(device: GPUDevice, deviceName: string) {
    this.#device = device;
    this.#deviceName = deviceName;
    this.lost = new Promise((_, reject) => {
      this.#reject = reject;
    });
    // Whoever waits for `lost` still sees the rejection; nobody has to.
    this.lost.catch(() => {});
    device.addEventListener('uncapturederror', this.#onUncaptured);
    void device.lost.then(({ reason, message }) =>
      this.#lose(`The GPU device was lost: ${message || reason}.`, { reason, message }),
    );
  }

  readonly #onUncaptured = ({ error }: GPUUncapturedErrorEvent): void => {
    const { message } = error;
    this.#lose(
      `The GPU reported an error outside of any call: ${message}`,
      { reason: 'uncapturederror', message },
      error,
    );
  };

  /** The first failure stays; after `dispose` there is nothing left to lose. */
  #lose(text: string, detail: Readonly<Record<string, unknown>>, cause?: unknown): HomebodyError {
    if (this.#failure !== null) return this.#failure;
    const failure = new HomebodyError('home/lost', text, {
      remedy: 'Open a new compute home and go on from the last checkpoint.',
      detail: { device: this.#deviceName, ...detail },
      cause,
    });
    this.#fail(failure);
    this.#reject(failure);
    return failure;
  }

  #fail(failure: HomebodyError): void {
    this.#failure ??= failure;
    for (const reject of this.#pending) reject(failure);
    this.#pending.clear();
  }

  /** @throws what the device has failed with: 'home/lost', 'internal'. */
  check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /**
   * Runs `work` inside error scopes; it submits before its first await.
   * @throws 'internal' with the device's message when the call is wrong, 'home/lost' when the device failed
   */
  run<T>(label: string, work: () => Promise<T>): Promise<T> {
    this.check();
    for (const scope of SCOPES) this.#device.pushErrorScope(scope);
    const done = work();
    // The last pushed comes first.
    const scopes = Promise.all(SCOPES.map(() => this.#device.popErrorScope()).toReversed());
    return this.#settle(this.#outcome(label, done, scopes));
  }

  async #outcome<T>(label: string, work: Promise<T>, scopes: Promise<(GPUError | null)[]>): Promise<T> {
    const [scoped, done] = await Promise.allSettled([scopes, work]);
    const [outOfMemory, internal, validation] = scoped.status === 'fulfilled' ? scoped.value : [];
    const failed = outOfMemory ?? internal;
    if (failed) {
      const reason = outOfMemory ? 'out-of-memory' : 'internal';
      const { message } = failed;
      throw this.#lose(`The GPU failed: ${label}: ${message}`, { reason, message, label }, failed);
    }
    if (done.status === 'rejected' && done.reason instanceof HomebodyError) throw done.reason;
    if (validation) {
      throw new HomebodyError('internal', `${label}: ${validation.message}`, { detail: { label } });
    }
    if (scoped.status === 'fulfilled' && done.status === 'fulfilled') {
      // On a lost device work is done at once, without having been done.
      this.check();
      return done.value;
    }
    // A loss rejects whatever is under way, often before it is announced: one round trip tells which it was.
    await Promise.race([this.#device.lost, this.#device.queue.onSubmittedWorkDone().catch(() => {})]);
    this.check();
    const cause = done.status === 'rejected' ? done.reason : (scoped as PromiseRejectedResult).reason;
    throw new HomebodyError('internal', `${label}: ${String(cause)}`, { detail: { label }, cause });
  }

  /** `work`, or the device's failure if that comes first. No reaction stays behind on a long-lived promise. */
  #settle<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#pending.add(reject);
      work.then(resolve, reject).finally(() => this.#pending.delete(reject));
    });
  }

  /** Calls fail from now on; the device itself is left alone. */
  dispose(): void {
    this.#device.removeEventListener('uncapturederror', this.#onUncaptured);
    this.#fail(new HomebodyError('internal', 'The WebGPU home was used after its disposal.'));
  }
}
