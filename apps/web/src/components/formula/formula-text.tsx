import { splitFormulas } from '@/chat/split-formulas'
import { Formula } from './formula'

/** Words with their formulas set. */
export function FormulaText({ text }: { text: string }) {
  return splitFormulas(text).map((piece, index) =>
    piece.kind === 'text' ? (
      piece.text
    ) : (
      <Formula key={`${index}:${piece.source}`} source={piece.source} tex={piece.tex} isDisplay={piece.isDisplay} />
    ),
  )
}
