/** Tells when the browser has promised already not to clear what is stored. */
export async function tellPersisted(onFact: (fact: { readonly persisted: true }) => void): Promise<void> {
  if (await navigator.storage?.persisted?.()) onFact({ persisted: true });
}
