import { roles } from '@shutten/core'
import { z } from 'zod'

/** Fewest characters of a password that somebody chooses. */
export const minPassword = 10

export const accountName = z
  .string()
  .transform((name) => name.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}\p{Cf}]+$/u, 'must not hold control characters'),
  )
export const roleInput = z.enum(roles)
export const newPassword = z.string().min(minPassword).max(1000)
