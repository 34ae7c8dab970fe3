import type { Argon2id } from '../vault/passphrase.ts';

/** Argon2id in WebAssembly, fetched at the first use: who sets no passphrase does not load it. */
export const argon2id: Argon2id = async (password, salt, cost, length) => {
  const { argon2id: hash } = await import('hash-wasm');
  const bytes = await hash({
    password,
    salt,
    memorySize: cost.memoryKiB,
    iterations: cost.passes,
    parallelism: cost.lanes,
    hashLength: length,
    outputType: 'binary',
  });
  return bytes.slice();
};
