'use client'

import { errorPageWords } from '@/i18n/error-page-words'
import './globals.css'

/** When not even the shell could be made: both languages, since the reader's is not known. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="ja">
      <body>
        <main className="page grid min-h-dvh content-center">
          <div className="mx-auto w-full max-w-[34rem] border-t-2 border-ink pt-7">
            <h1 className="mb-3 text-title">{errorPageWords.ja.title}</h1>
            <p className="text-ink-2">{errorPageWords.ja.text}</p>
            <p lang="en" className="mb-7 text-ink-2">
              {errorPageWords.en.title}. {errorPageWords.en.text}
            </p>
            <button type="button" className="button button-primary" onClick={retry}>
              {errorPageWords.ja.retry} / {errorPageWords.en.retry}
            </button>
          </div>
        </main>
      </body>
    </html>
  )
}
