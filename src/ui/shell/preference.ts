/**
 * How the page looks and speaks is needed before anything else is opened, so it lives in localStorage and not
 * in the vault. Nothing about the person's taste is kept here. Where storage is forbidden a choice lasts for
 * the visit.
 */
export function readPreference<Value extends string>(
  name: string,
  allowed: readonly Value[],
  otherwise: Value,
): Value {
  try {
    const stored = localStorage.getItem(`homebody.${name}`);
    return allowed.find((value) => value === stored) ?? otherwise;
  } catch (error) {
    if (error instanceof DOMException) return otherwise;
    throw error;
  }
}

export function writePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`homebody.${name}`, value);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
