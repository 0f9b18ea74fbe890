import type { AppliedEdit } from './applied-edit.js'

type Edit = Pick<AppliedEdit, 'start' | 'end' | 'original'>

/** What the source says where a version with edits says `text`, which begins at `start` of it. */
export function toSourceText(options: { text: string; start: number; edits?: readonly Edit[] | undefined }): string {
  const { text, start, edits = [] } = options
  let source = ''
  let at = start
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    if (edit.start < at || edit.end > start + text.length) continue
    source += text.slice(at - start, edit.start - start) + edit.original
    at = edit.end
  }
  return source + text.slice(at - start)
}
