'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'

/** A password or key that is shown once: to be copied now. */
export function SecretNotice(options: { title: string; secret: string; onClose: () => void }) {
  const { title, secret, onClose } = options
  const t = useTranslations('admin.access')
  const [copied, setCopied] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.focus(), [])
  return (
    <div role="status" className="border-s-4 border-ink bg-sheet px-4 py-4">
      <p className="font-bold">{title}</p>
      <p className="mt-1 text-small text-ink-2">{t('once')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <input
          ref={field}
          readOnly
          value={secret}
          aria-label={title}
          onFocus={(event) => event.target.select()}
          className="admin-input min-w-0 flex-1 font-mono"
        />
        <button
          type="button"
          className="button button-primary"
          onClick={async () => {
            // Without a secure connection browsers keep the clipboard shut: the field is selected for the keyboard.
            field.current?.select()
            setCopied(
              await navigator.clipboard?.writeText(secret).then(
                () => true,
                () => false,
              ),
            )
          }}
        >
          {t(copied ? 'copied' : 'copy')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </div>
  )
}
