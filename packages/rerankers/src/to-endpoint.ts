/**
 * Where to post. A service's address gets the form's path; one that ends in a version, as of OpenAI-compatible servers,
 * gets `/rerank`; one that ends in `/rerank` is taken as it is.
 */
export function toEndpoint(options: { url: string; path: string }): string {
  const endpoint = new URL(options.url)
  const path = endpoint.pathname.replace(/\/+$/, '')
  if (path.endsWith('/rerank')) endpoint.pathname = path
  else endpoint.pathname = path + (/\/v\d+$/.test(path) ? '/rerank' : options.path)
  return endpoint.href
}
