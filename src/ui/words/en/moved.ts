export const moved = {} as const;
