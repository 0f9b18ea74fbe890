/** A path with the parameters of its page, as one comes back to it. */
export function withQuery(path: string, parameters: Readonly<Record<string, string | string[] | undefined>>): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters))
    for (const one of [value ?? []].flat()) search.append(name, one)
  return search.size > 0 ? `${path}?${search}` : path
}
