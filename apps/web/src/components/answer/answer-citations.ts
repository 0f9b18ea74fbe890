import type { Citation } from '@shutten/core'
import { createContext, type RefObject } from 'react'

/** All citations of the answer as they stand now, for those of its parts that do not change with each of them. */
export const AnswerCitationsContext = createContext<RefObject<readonly Citation[]>>({ current: [] })
