import type { GuardPolicy } from './guard-policy.js'

/** The policy as it is now: a file may have changed since the last question. Errors: CONFIGURATION_INVALID. */
export interface GuardPolicySource {
  get(): Promise<GuardPolicy>
}
