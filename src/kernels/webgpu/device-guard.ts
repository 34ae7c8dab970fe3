import { HomebodyError } from '../../domain/errors.ts';

const SCOPES = ['out-of-memory', 'internal', 'validation'] as const;

/**
 * Turns everything a device can say only on the side into rejections: error scopes, `uncapturederror` and the
 * loss of the device. After a loss or an uncaptured error every call fails, the pending ones too: mapAsync on
 * a lost device may never settle, and what was computed after an error is not to be trusted.
 */
export class DeviceGuard {
  /** Rejects with 'home/lost' when the device is lost. */
  readonly lost: Promise<never>;
  readonly #device: GPUDevice;
  readonly #pending = new Set<(failure: HomebodyError) => void>();
  #failure: HomebodyError | null = null;
  #disposed = false;

  constructor(device: GPUDevice, deviceName: string) {
    this.#device = device;
    device.addEventListener('uncapturederror', this.#onUncaptured);
    this.lost = new Promise((_, reject) => {
      void device.lost.then((info) => {
        if (this.#disposed) return;
        const failure = new HomebodyError(
          'home/lost',
          `The GPU device was lost: ${info.message || info.reason}.`,
          {
            remedy: 'Open a new compute home and go on from the last checkpoint.',
            detail: { device: deviceName, reason: info.reason, message: info.message },
          },
        );
        this.#fail(failure);
        reject(failure);
      });
    });
    // Whoever waits for `lost` still sees the rejection; nobody has to.
    this.lost.catch(() => {});
  }

  readonly #onUncaptured = (event: GPUUncapturedErrorEvent): void => {
    this.#fail(
      new HomebodyError('internal', `The GPU reported an error outside of any call: ${event.error.message}`),
    );
  };

  #fail(failure: HomebodyError): void {
    // A loss overrides an earlier error: it is the one that can be recovered from.
    if (this.#failure === null || failure.code === 'home/lost') this.#failure = failure;
    for (const reject of this.#pending) reject(failure);
    this.#pending.clear();
  }

  /** @throws what the device has failed with: 'home/lost', 'internal'. */
  check(): void {
    if (this.#failure !== null) throw this.#failure;
  }

  /**
   * Runs `work` inside error scopes; it submits before its first await.
   * @throws 'internal' with the device's message, 'home/lost'
   */
  run<T>(label: string, work: () => Promise<T>): Promise<T> {
    this.check();
    for (const scope of SCOPES) this.#device.pushErrorScope(scope);
    const done = work();
    const scopes = Promise.all(SCOPES.map(() => this.#device.popErrorScope()));
    return this.#settle(this.#outcome(label, done, scopes));
  }

  async #outcome<T>(label: string, work: Promise<T>, scopes: Promise<(GPUError | null)[]>): Promise<T> {
    const [scoped, done] = await Promise.allSettled([scopes, work]);
    if (done.status === 'rejected' && done.reason instanceof HomebodyError) throw done.reason;
    if (scoped.status === 'fulfilled') {
      const error = scoped.value.find((one) => one !== null);
      if (error) throw new HomebodyError('internal', `${label}: ${error.message}`, { detail: { label } });
      if (done.status === 'fulfilled') {
        // On a lost device work is done at once, without having been done.
        this.check();
        return done.value;
      }
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
    this.#disposed = true;
    this.#device.removeEventListener('uncapturederror', this.#onUncaptured);
    this.#fail(new HomebodyError('internal', 'The WebGPU home was used after its disposal.'));
  }
}
