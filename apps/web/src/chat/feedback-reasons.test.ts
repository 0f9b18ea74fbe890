import { feedbackReasons, maxFeedbackComment } from '@shutten/core'
import { expect, it } from 'vitest'
import { maxComment, reasons } from './feedback-reasons'

it('offers the reasons that the server takes', () => {
  expect(reasons).toEqual(feedbackReasons)
  expect(maxComment).toBe(maxFeedbackComment)
})
