'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { Icon } from '../ui/icon'
import { FeedbackContext } from './feedback-context'

const FeedbackForm = dynamic(() => import('./feedback-form').then((module) => module.FeedbackForm))

/** Good or bad, of an answer that is kept. */
export function AnswerFeedback({ turnId }: { turnId: string }) {
  const t = useTranslations('feedback')
  const controls = useContext(FeedbackContext)
  const [open, setOpen] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!controls) return null
  const target = { turnId, citation: null }
  const given = controls.find(target)
  const markGood = async () => {
    setOpen(false)
    const change =
      given?.verdict === 'good'
        ? controls.remove(target)
        : controls.save({ ...target, verdict: 'good', reason: null, comment: '' })
    await change.then(
      () => setFailed(false),
      () => setFailed(true),
    )
  }
  return (
    <>
      <button type="button" className="quiet-button" aria-pressed={given?.verdict === 'good'} onClick={markGood}>
        <Icon name="good" size={14} />
        {t('good')}
      </button>
      <button
        type="button"
        className="quiet-button"
        aria-pressed={given?.verdict === 'bad'}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="bad" size={14} />
        {t('bad')}
      </button>
      {failed ? (
        <p role="alert" className="basis-full text-note">
          {t('failed')}
        </p>
      ) : null}
      {open ? (
        <FeedbackForm target={target} given={given} onClose={() => setOpen(false)} />
      ) : (
        <span role="status" className="sr-only">
          {given ? t(given.verdict === 'good' ? 'thanksGood' : 'thanksBad') : null}
        </span>
      )}
    </>
  )
}
