import { browserSupportsWebAuthn } from '@simplewebauthn/browser'

/** Why no passkey can be used here. */
export type PasskeyObstacle = 'address' | 'insecure' | 'unsupported'

/** In the browser; null where nothing is in the way. */
export function findPasskeyObstacle(): PasskeyObstacle | null {
  // A passkey is bound to a host name (Web Authentication Level 3, 5.1.3).
  if (/^\[|^\d+(\.\d+){3}$/.test(location.hostname)) return 'address'
  if (!window.isSecureContext) return 'insecure'
  return browserSupportsWebAuthn() ? null : 'unsupported'
}
