interface Span {
  start: number
  end: number
}

export type TextStretch<P> =
  /** Of no passage: a heading, white space. */
  | { kind: 'between'; start: number; end: number }
  /** `overlap`: up to where it repeats the passage before it; its own start where it does not. */
  | { kind: 'passage'; passage: P; start: number; end: number; overlap: number }

/** A text as its passages and what stands between them, in order; passages may overlap. */
export function layoutPassages<P extends Span>(options: {
  passages: readonly P[]
  start: number
  end: number
}): TextStretch<P>[] {
  const { passages, start, end } = options
  const stretches: TextStretch<P>[] = []
  let at = start
  for (const passage of passages) {
    if (passage.start > at) stretches.push({ kind: 'between', start: at, end: passage.start })
    const overlap = Math.min(passage.end, Math.max(passage.start, at))
    stretches.push({ kind: 'passage', passage, start: passage.start, end: passage.end, overlap })
    at = Math.max(at, passage.end)
  }
  if (at < end) stretches.push({ kind: 'between', start: at, end })
  return stretches
}
