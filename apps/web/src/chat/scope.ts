import type { SearchFilters } from '@shutten/core'

/** What a question is narrowed to, as the composer offers it. */
export type Scope =
  | { kind: 'all' }
  | { kind: 'tag'; value: string }
  | { kind: 'source'; value: string }
  | { kind: 'document'; value: string }

export const everything: Scope = { kind: 'all' }

/** As it stands in a form and an address: `all`, `tag:…`, `source:…`, `document:…`; anything else means everything. */
export function parseScope(text: string | null | undefined): Scope {
  const [, kind, value] = /^(tag|source|document):(.+)$/s.exec(text ?? '') ?? []
  if (!kind || !value || value.length > 2_000) return everything
  return { kind: kind as 'tag', value }
}

export function formatScope(scope: Scope): string {
  return scope.kind === 'all' ? 'all' : `${scope.kind}:${scope.value}`
}

export function toFilters(scope: Scope): SearchFilters | null {
  switch (scope.kind) {
    case 'all':
      return null
    case 'tag':
      return { tags: [scope.value] }
    case 'source':
      return { sources: [scope.value] }
    case 'document':
      return { documents: [scope.value] }
  }
}

/** The scope that filters stand for; null for those that the composer does not offer. */
export function fromFilters(filters: SearchFilters | null | undefined): Scope | null {
  const parts = Object.entries(filters ?? {})
  if (parts.length === 0) return everything
  const [name, values] = parts[0] ?? []
  if (parts.length > 1 || !Array.isArray(values) || values.length !== 1 || typeof values[0] !== 'string') return null
  const kind = ({ tags: 'tag', sources: 'source', documents: 'document' } as const)[name ?? '']
  return kind ? { kind, value: values[0] } : null
}

/** A folder by its last name, a site by its host. */
export function nameSource(uri: string): string {
  const plain = uri.replace(/\/+$/, '')
  const last = plain.slice(plain.lastIndexOf('/') + 1)
  return last === '' ? uri : last
}
