/** The build puts the table of `scripts/headers.mjs` here. */
declare const __HEADERS__: Readonly<Record<string, string>>;

/** The same response with the app's headers. An opaque or failed response passes unchanged. */
export function withSecurityHeaders(response: Response): Response {
  if (response.type === 'opaque' || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(__HEADERS__)) headers.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
