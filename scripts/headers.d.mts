export function contentSecurityPolicy(scripts?: readonly string[], styles?: readonly string[]): string;
export const FRAME_POLICY: string;
export const HEADERS: Record<string, string>;
export function headersWith(policy: string): Record<string, string>;
