import { FormulaText } from '../formula/formula-text'

/** The marks that a sentence may carry: bold, code, and formulas. Everything else is text, so nothing in it can run. */
export function InlineMarkdown({ text }: { text: string }) {
  return text.split(/(\*\*[^*\n]+\*\*|`[^`\n]+`)/).map((piece, index) => {
    const key = `${index}:${piece}`
    if (index % 2 === 0) return <FormulaText key={key} text={piece} />
    return piece.startsWith('`') ? (
      <code key={key} className="rounded-mark bg-sheet px-1 font-mono text-[0.88em]">
        {piece.slice(1, -1)}
      </code>
    ) : (
      <strong key={key}>
        <FormulaText text={piece.slice(2, -2)} />
      </strong>
    )
  })
}
