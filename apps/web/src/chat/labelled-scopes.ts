/** What questions can be narrowed to, as the composer lists it. */
export interface LabelledScopes {
  tags: { tag: string; label: string }[]
  /** `uri` as in a scope; `name` as an answer tells it. */
  sources: { uri: string; name: string; label: string }[]
}
