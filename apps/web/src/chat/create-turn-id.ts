/** 128 random bits. Not `randomUUID`, which plain http has not. */
export function createTurnId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
