import type { KeyScope, Role } from '@shutten/core'

/** What may be called by whom. */
export interface Access {
  /**
   * The least role of who is signed in. `everyone` needs no sign-in; `chat` needs none as long as the server lets
   * anybody ask.
   */
  least: 'everyone' | 'chat' | Role
  /** An API key needs one of these, or `admin`; `any`: every key may; none: no key may. */
  scopes: readonly KeyScope[] | 'any'
  /** Under what name the audit log has it; absent for what changes nothing that others see. */
  audit?: string
  /** Counts as a question asked: only so many a minute. */
  isLimited?: boolean
}
