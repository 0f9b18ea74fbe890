'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { BusyContext } from '../chat/busy-context'
import { Icon } from '../ui/icon'

const EditQuestion = dynamic(() => import('./edit-question').then((module) => module.EditQuestion))

/** The question as a headword, and the way to ask it otherwise. */
export function QuestionHeading(options: {
  id: string
  question: string
  /** Turns after this one. */
  countLater: () => number
  maxLength: number
  onEdit?: ((question: string) => void) | undefined
}) {
  const t = useTranslations('chat.edit')
  const [editing, setEditing] = useState(false)
  const busy = useContext(BusyContext)
  const { onEdit } = options
  return (
    <div className="question-heading">
      <h2 id={options.id} className={editing && onEdit ? 'sr-only' : 'text-entry whitespace-pre-line'}>
        {options.question}
      </h2>
      {editing && onEdit ? (
        <EditQuestion
          question={options.question}
          maxLength={options.maxLength}
          later={options.countLater()}
          isReady={!busy}
          onCancel={() => setEditing(false)}
          onAsk={(question) => {
            setEditing(false)
            onEdit(question)
          }}
        />
      ) : onEdit ? (
        <button
          type="button"
          className="icon-button edit-button"
          aria-label={t('open', { question: options.question })}
          title={t('hint')}
          // Its room is kept: the question would break its lines anew.
          style={busy ? { visibility: 'hidden' } : undefined}
          onClick={() => setEditing(true)}
        >
          <Icon name="edit" size={16} />
        </button>
      ) : null}
    </div>
  )
}
