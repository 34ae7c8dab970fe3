import type { F32Buffer, I32Buffer, KernelHome } from '../../kernels/home.ts';

const BYTES = 4;

/** Counts the buffers of the homes that one run works on. */
export class HomeMeter {
  /** Given out and not given back, and the most of it at one time. */
  bytes = 0;
  peakBytes = 0;
  readonly #inner = new WeakMap<KernelHome, KernelHome>();

  /** The same home, with an eye on its buffers. */
  metered(home: KernelHome): KernelHome {
    const counted = <B extends F32Buffer | I32Buffer>(buffer: B): B => {
      const size = BYTES * buffer.length;
      this.bytes += size;
      this.peakBytes = Math.max(this.peakBytes, this.bytes);
      const release = buffer.release.bind(buffer);
      let held = true;
      buffer.release = () => {
        if (held) this.bytes -= size;
        held = false;
        release();
      };
      return buffer;
    };
    const createF32: KernelHome['createF32'] = (source) => counted(home.createF32(source));
    const createI32: KernelHome['createI32'] = (source) => counted(home.createI32(source));
    // Not a copy: the methods of a home that is an instance of a class are not its own properties.
    const metered = new Proxy(home, {
      get: (target, name) => {
        if (name === 'createF32') return createF32;
        if (name === 'createI32') return createI32;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    this.#inner.set(metered, home);
    return metered;
  }

  /** What a metered home is made of; another one is itself. */
  inner(home: KernelHome): KernelHome {
    return this.#inner.get(home) ?? home;
  }
}
