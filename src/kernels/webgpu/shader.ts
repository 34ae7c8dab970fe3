/** WGSL text and the name that its errors carry. */
export interface Shader {
  readonly label: string;
  readonly code: string;
}

/**
 * A shader from its parts. The text depends on nothing but `constants` (unsigned integers, put in front) and
 * the parts, and pipelines are cached by the whole text: two variants cannot share a key.
 */
export function composeShader(
  label: string,
  constants: Readonly<Record<string, number>>,
  parts: readonly string[],
): Shader {
  const header = Object.entries(constants).map(([name, value]) => `const ${name} = ${value}u;`);
  return { label, code: [...header, ...parts].join('\n') };
}
