/** The build puts the table of `scripts/headers.mjs` here. */
declare const __HEADERS__: Readonly<Record<string, string>>;
declare const __FRAME_POLICY__: string;

/** The same response with the app's headers. An opaque or failed response passes unchanged. */
export function withSecurityHeaders(response: Response): Response {
  if (response.type === 'opaque' || response.status === 0) return response;
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(__HEADERS__)) headers.set(name, value);
  // The page has its policy in itself, with the hashes of what else stands in it.
  if (/^text\/html\b/.test(headers.get('Content-Type') ?? '')) {
    headers.set('Content-Security-Policy', __FRAME_POLICY__);
  }
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers });
}
