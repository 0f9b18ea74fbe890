import { cookies } from 'next/headers'
import { hashOwner } from './hash-owner'
import { isSessionToken, sessionCookie } from './session-cookie'

/** The owner that this visitor's session stands for, or null before there is one. */
export async function findOwner(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookie)?.value
  return isSessionToken(token) ? hashOwner(token) : null
}
