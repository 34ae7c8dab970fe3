export const wishes = {} as const;
