export const steering = {} as const;
