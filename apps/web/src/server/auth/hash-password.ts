import { hash } from '@node-rs/argon2'

/** A password as a PHC string: argon2id (the library's default) with the first parameters of the OWASP password storage cheat sheet (19 MiB, 2 passes). */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), { memoryCost: 19_456, timeCost: 2, parallelism: 1 })
}
