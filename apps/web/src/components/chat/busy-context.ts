import { createContext } from 'react'

/** An answer is being made in this thread. Apart from what the entries are given, so that old ones are not rendered again for it. */
export const BusyContext = createContext(false)
