'use client'

import dynamic from 'next/dynamic'
import { useTranslations } from 'next-intl'
import { useContext, useState } from 'react'
import { Icon } from '../ui/icon'
import { FeedbackContext } from './feedback-context'

const FeedbackForm = dynamic(() => import('./feedback-form').then((module) => module.FeedbackForm))

/** Says of one citation whether it fits. */
export function CitationFeedback({ turnId, citation }: { turnId: string; citation: number }) {
  const t = useTranslations('feedback')
  const controls = useContext(FeedbackContext)
  const [open, setOpen] = useState(false)
  if (!controls) return null
  const target = { turnId, citation }
  const given = controls.find(target)
  return (
    <>
      <button
        type="button"
        className="citation-flag"
        aria-label={t(given ? 'citationGiven' : 'citation', { number: citation })}
        aria-expanded={open}
        data-given={given?.verdict}
        onClick={() => setOpen(!open)}
      >
        <Icon name={given?.verdict === 'good' ? 'good' : given ? 'bad' : 'flag'} size={15} />
      </button>
      {open ? <FeedbackForm target={target} given={given} withGood onClose={() => setOpen(false)} /> : null}
    </>
  )
}
