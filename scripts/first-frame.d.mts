export function withFirstFrame(
  html: string,
  read: (path: string) => string,
): { html: string; scripts: string[]; styles: string[]; sheet: string };
