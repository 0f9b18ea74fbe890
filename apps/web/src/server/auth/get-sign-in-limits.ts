import { createSignInLimits, type SignInLimits } from './create-sign-in-limits'

const holder = globalThis as typeof globalThis & { shuttenSignInLimits?: SignInLimits }

/** The limits of this process: one for all bundles, so that the form and the API count together. */
export function getSignInLimits(): SignInLimits {
  holder.shuttenSignInLimits ??= createSignInLimits()
  return holder.shuttenSignInLimits
}
