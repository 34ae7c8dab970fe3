/** A configuration on one line. */
export const settingsText = (config: object): string =>
  Object.entries(config)
    .map(([name, value]) => `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
