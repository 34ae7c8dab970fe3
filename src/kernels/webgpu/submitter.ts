import type { Pass } from './pass.ts';
import type { PipelineCache } from './pipeline-cache.ts';

/** Every device takes a uniform binding that begins at a multiple of so many bytes. Also the most of `Pass.settings`. */
const SLOT_BYTES = 256;
/** Most passes of one submit. */
const SLOTS = 256;

/** Hands passes to the GPU's queue, in order: each pass sees what the ones before it have written. */
export class Submitter {
  readonly #device: GPUDevice;
  readonly #pipelines: PipelineCache;
  /** Writes to the queue are in order with its submits, so one buffer serves all of them. */
  readonly #settings: GPUBuffer;
  readonly #bytes = new Uint8Array(SLOTS * SLOT_BYTES);

  constructor(device: GPUDevice, pipelines: PipelineCache) {
    this.#device = device;
    this.#pipelines = pipelines;
    this.#settings = device.createBuffer({
      label: 'settings',
      size: SLOTS * SLOT_BYTES,
      usage: GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
    });
  }

  /**
   * Submits at once. `together`: how many passes go in one submit; fewer keep a submit short, more spare the round
   * trips of passes that are short themselves. Resolves when the shaders are known to compile.
   */
  async submit(passes: readonly Pass[], together: number = 1): Promise<void> {
    const compiled: Promise<void>[] = [];
    const size = Math.min(together, SLOTS);
    for (let first = 0; first < passes.length; first += size) {
      compiled.push(...this.#submitOne(passes.slice(first, first + size)));
    }
    await Promise.all(compiled);
  }

  #submitOne(passes: readonly Pass[]): Promise<void>[] {
    passes.forEach(({ settings }, slot) => this.#bytes.set(new Uint8Array(settings), slot * SLOT_BYTES));
    this.#device.queue.writeBuffer(this.#settings, 0, this.#bytes, 0, passes.length * SLOT_BYTES);
    const encoder = this.#device.createCommandEncoder({ label: passes[0]!.shader.label });
    const compute = encoder.beginComputePass();
    const compiled = passes.map((pass, slot) => this.#dispatch(compute, pass, slot));
    compute.end();
    this.#device.queue.submit([encoder.finish()]);
    return compiled;
  }

  #dispatch(compute: GPUComputePassEncoder, pass: Pass, slot: number): Promise<void> {
    const { pipeline, compiled } = this.#pipelines.get(pass.shader);
    const settings = { buffer: this.#settings, offset: slot * SLOT_BYTES, size: pass.settings.byteLength };
    const resources = [settings, ...pass.bindings.map((buffer) => ({ buffer }))];
    compute.setPipeline(pipeline);
    compute.setBindGroup(
      0,
      this.#device.createBindGroup({
        layout: pipeline.getBindGroupLayout(0),
        entries: resources.map((resource, binding) => ({ binding, resource })),
      }),
    );
    compute.dispatchWorkgroups(...pass.workgroups);
    return compiled;
  }

  dispose(): void {
    this.#settings.destroy();
  }
}
