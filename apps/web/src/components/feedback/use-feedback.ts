import type { FeedbackInput } from '@shutten/core'
import { useCallback, useMemo, useState } from 'react'
import type { FeedbackControls, FeedbackTarget } from './feedback-context'

const isOf = (target: FeedbackTarget) => (given: FeedbackTarget) =>
  given.turnId === target.turnId && given.citation === target.citation

/** The reader's verdicts on a conversation, and the ways to change them. */
export function useFeedback(initial: readonly FeedbackInput[]): FeedbackControls {
  const [given, setGiven] = useState(initial)
  const save = useCallback(async (feedback: FeedbackInput) => {
    await send({ method: 'PUT', body: feedback })
    setGiven((before) => [...before.filter((one) => !isOf(feedback)(one)), feedback])
  }, [])
  const remove = useCallback(async ({ turnId, citation }: FeedbackTarget) => {
    await send({ method: 'DELETE', body: { turnId, citation } })
    setGiven((before) => before.filter((one) => !isOf({ turnId, citation })(one)))
  }, [])
  return useMemo(() => ({ find: (target) => given.find(isOf(target)) ?? null, save, remove }), [given, save, remove])
}

async function send(options: { method: string; body: object }): Promise<void> {
  const response = await fetch('/api/feedback', {
    method: options.method,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(options.body),
  })
  if (!response.ok) throw new Error(`The server answered ${response.status}.`)
}
