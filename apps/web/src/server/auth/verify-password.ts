import { verify } from '@node-rs/argon2'

/** Whether the password made this PHC string; a string that is none is never matched. */
export async function verifyPassword(options: { password: string; passwordHash: string }): Promise<boolean> {
  try {
    return await verify(options.passwordHash, options.password.normalize('NFC'))
  } catch {
    return false
  }
}
