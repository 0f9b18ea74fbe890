import type { Language } from '../language/language.js'

export const sourceKinds = ['upload', 'folder', 'url', 'sitemap', 'feed'] as const
export type SourceKind = (typeof sourceKinds)[number]

export interface SourceSchedule {
  /** Five fields (minute, hour, day of month, month, day of week) or `@daily` and its like. */
  cron: string
  /** IANA name: `Asia/Tokyo`. */
  timeZone: string
}

export interface SourceLimits {
  /** Items that one listing may hold; what is beyond is told, and nothing counts as gone then. */
  maxItems: number
  /** Bytes of one file or page. */
  maxBytes: number
  /** Milliseconds that one request may take, not counting the wait for its turn. */
  timeoutMs: number
  /** Milliseconds between two requests to one host. */
  minGapMs: number
}

/** Where documents come from, as an administrator configures it. */
export interface SourceDefinition {
  kind: SourceKind
  /** An absolute path for `upload` and `folder`, an http(s) address for the others. */
  location: string
  /** Null: only when asked for. */
  schedule: SourceSchedule | null
  /** Globs over the path relative to the folder, or over the path of the address. Empty: everything. */
  include: string[]
  /** As `include`; what they match is left out. */
  exclude: string[]
  /** Null: found out from each document. */
  language: Language | null
  tags: string[]
  /** `host` or `host:port`, fetched although their addresses are not public. */
  allowedHosts: string[]
  /** Other public hosts (`host` or `host:port`) whose pages a sitemap or feed may name. */
  followedHosts: string[]
  limits: SourceLimits
}
