const boundary = /[/?#]/

/** True where `uri` begins with `source` and the path segment ends there: `file:///a` holds `file:///a/b`, not `file:///ab`. Both normalised. */
export function isUnderSource({ uri, source }: { uri: string; source: string }): boolean {
  if (!uri.startsWith(source)) return false
  return uri.length === source.length || boundary.test(source.at(-1) ?? '') || boundary.test(uri[source.length] ?? '')
}
