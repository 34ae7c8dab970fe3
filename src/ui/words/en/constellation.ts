export const constellation = {} as const;
