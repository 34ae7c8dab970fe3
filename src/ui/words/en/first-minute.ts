export const firstMinute = {} as const;
