import { HomebodyError } from '../../domain/errors.ts';
import type { Shader } from './shader.ts';

export interface CachedPipeline {
  readonly pipeline: GPUComputePipeline;
  /** @throws 'internal' with the compiler's words, by rejection. */
  readonly compiled: Promise<void>;
}

/** Compute pipelines by their whole text. Created at once, so that calls stay in order; checked on the side. */
export class PipelineCache {
  readonly #device: GPUDevice;
  readonly #pipelines = new Map<string, CachedPipeline>();

  constructor(device: GPUDevice) {
    this.#device = device;
  }

  /** Number of distinct shaders so far. */
  get size(): number {
    return this.#pipelines.size;
  }

  get(shader: Shader): CachedPipeline {
    const known = this.#pipelines.get(shader.code);
    if (known) return known;
    const created = this.#create(shader);
    this.#pipelines.set(shader.code, created);
    return created;
  }

  #create({ label, code }: Shader): CachedPipeline {
    this.#device.pushErrorScope('validation');
    const module = this.#device.createShaderModule({ label, code });
    const pipeline = this.#device.createComputePipeline({
      label,
      layout: 'auto',
      compute: { module, entryPoint: 'main' },
    });
    const compiled = check(label, code, module, this.#device.popErrorScope());
    // Each call that uses the pipeline looks at it again.
    compiled.catch(() => {});
    return { pipeline, compiled };
  }
}

async function check(
  label: string,
  code: string,
  module: GPUShaderModule,
  scope: Promise<GPUError | null>,
): Promise<void> {
  const { messages } = await module.getCompilationInfo();
  const complaint = messages.find((message) => message.type === 'error');
  const invalid = await scope;
  if (complaint) {
    const line = code.split('\n')[complaint.lineNum - 1]?.trim() ?? '';
    throw new HomebodyError('internal', `${label}.wgsl does not compile: ${complaint.message} In: ${line}`, {
      detail: { label, line: complaint.lineNum, position: complaint.linePos },
    });
  }
  if (invalid) {
    throw new HomebodyError('internal', `${label}.wgsl makes no pipeline: ${invalid.message}`, {
      detail: { label },
    });
  }
}
