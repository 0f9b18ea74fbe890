/**
 * How often a term stands in each field of an entry, in one byte: up to 3 times in the title, 3 in the headings, 15 in the body.
 * What is more is not told apart: by then another occurrence adds next to nothing to BM25.
 */
export const occurrences = {
  max: { title: 3, headings: 3, body: 15 },

  encode(counts: { title: number; headings: number; body: number }): number {
    const { title, headings, body } = occurrences.max
    return (
      (Math.min(counts.title, title) << 6) | (Math.min(counts.headings, headings) << 4) | Math.min(counts.body, body)
    )
  },

  decode(code: number): { title: number; headings: number; body: number } {
    return { title: code >> 6, headings: (code >> 4) & 3, body: code & 15 }
  },
}
