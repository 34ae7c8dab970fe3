/**
 * Stands before the vault's worker in a test: what is encrypted there stays as it is, with a tag of noughts behind it.
 * The product has no such switch; only who serves the page can do this.
 */
export const WITHOUT_ENCRYPTION: string = `
  const TAG_BYTES = 16;
  const bytesOf = (part) => ArrayBuffer.isView(part)
    ? new Uint8Array(part.buffer, part.byteOffset, part.byteLength)
    : new Uint8Array(part);
  SubtleCrypto.prototype.encrypt = async (_algorithm, _key, plain) => {
    const sealed = new Uint8Array(plain.byteLength + TAG_BYTES);
    sealed.set(bytesOf(plain));
    return sealed.buffer;
  };
  SubtleCrypto.prototype.decrypt = async (_algorithm, _key, sealed) => bytesOf(sealed).slice(0, -TAG_BYTES).buffer;
`;
