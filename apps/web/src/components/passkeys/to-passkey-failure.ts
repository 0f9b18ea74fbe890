/** What became of a question to the authenticator: given up by the person, a passkey that is there already, or something else. */
export type PasskeyFailure = 'cancelled' | 'known' | 'failed'

export function toPasskeyFailure(error: unknown): PasskeyFailure {
  const name = error instanceof Error ? error.name : ''
  // Browsers say no more of a refusal than this, so that pages cannot tell who has a passkey.
  if (name === 'NotAllowedError' || name === 'AbortError') return 'cancelled'
  return name === 'InvalidStateError' ? 'known' : 'failed'
}
