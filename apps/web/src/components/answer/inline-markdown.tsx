/** The marks that a sentence may carry: bold, and code. Everything else is text, so nothing in it can run. */
export function InlineMarkdown({ text }: { text: string }) {
  return text.split(/(\*\*[^*\n]+\*\*|`[^`\n]+`)/).map((piece, index) => {
    const key = `${index}:${piece}`
    if (index % 2 === 0) return piece
    return piece.startsWith('`') ? (
      <code key={key} className="rounded-mark bg-sheet px-1 font-mono text-[0.88em]">
        {piece.slice(1, -1)}
      </code>
    ) : (
      <strong key={key}>{piece.slice(2, -2)}</strong>
    )
  })
}
