import { useTranslations } from 'next-intl'
import { diffWords } from '@/documents/diff-words'

/** Two texts in one, with what went struck through and what came underlined. */
export function WordDiff(options: { before: string; after: string; language?: string }) {
  const t = useTranslations('admin.edits')
  let at = 0
  return (
    <p lang={options.language} className="word-diff whitespace-pre-wrap">
      {diffWords(options).map(({ kind, text }) => {
        const key = `${kind}${at}`
        at += text.length
        if (kind === 'same') return text
        const Change = kind === 'gone' ? 'del' : 'ins'
        return (
          <Change key={key}>
            <span className="sr-only">{t(kind)}</span>
            {text}
          </Change>
        )
      })}
    </p>
  )
}
