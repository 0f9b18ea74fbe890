'use server'

import { isShuttenError } from '@shutten/core'
import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { authorizeAction } from '@/server/auth/authorize-action'
import { enter } from '@/server/auth/enter'
import { safeReturnPath } from '@/server/auth/safe-return-path'
import { sessionCookieName, sessionCookieOptions } from '@/server/auth/session-cookie'
import { signOut } from '@/server/auth/sign-out'
import { getServer } from '@/server/get-server'
import { errorResponse } from '@/server/http/error-response'

export interface SignInState {
  problem: 'wrong' | 'limited' | 'failed' | null
  name: string
}

/** The sign-in form. Next itself refuses a server action that another site posts to, and so does the table of access. */
export async function submitSignIn(_before: SignInState, form: FormData): Promise<SignInState> {
  const head = await headers()
  const name = String(form.get('name') ?? '')
  let home = '/'
  try {
    await authorizeAction('submitSignIn')
    const password = String(form.get('password') ?? '')
    const { token, account } = await enter({ server: await getServer(), headers: head, name, password })
    ;(await cookies()).set(sessionCookieName, token, sessionCookieOptions(head))
    if (account.role !== 'reader') home = '/admin'
  } catch (error) {
    return { problem: findProblem(error), name }
  }
  redirect(safeReturnPath(form.get('next')) ?? home)
}

export async function submitSignOut(): Promise<void> {
  await authorizeAction('submitSignOut')
  const jar = await cookies()
  const { accounts } = await getServer()
  await signOut({ accounts, token: jar.get(sessionCookieName)?.value ?? null })
  jar.delete(sessionCookieName)
  redirect('/sign-in')
}

function findProblem(error: unknown): 'wrong' | 'limited' | 'failed' {
  if (isShuttenError(error) && error.code === 'UNAUTHENTICATED') return 'wrong'
  if (isShuttenError(error) && error.code === 'RATE_LIMITED') return 'limited'
  // Writes what nobody foresaw to the log.
  errorResponse(error)
  return 'failed'
}
