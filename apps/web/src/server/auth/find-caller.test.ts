import { expect, it } from 'vitest'
import { sessionCookie } from '../session/session-cookie'
import { findCaller } from './find-caller'

it('counts by account or key, else by the cookie of the visitor, else by the address', () => {
  const visitor = 'v'.repeat(43)
  const headers = new Headers({ cookie: `theme=dark; ${sessionCookie}=${visitor}`, 'x-forwarded-for': '192.0.2.1' })
  const account = { kind: 'session', accountId: '1', sessionId: 's', name: 'n', role: 'reader' } as const
  expect(findCaller({ headers, principal: account })).toEqual({ id: 'account 1', isKnown: true, address: '192.0.2.1' })
  expect(findCaller({ headers, principal: null })).toMatchObject({ id: `visitor ${visitor}`, isKnown: false })
  headers.set('cookie', `${sessionCookie}=made-up`)
  expect(findCaller({ headers, principal: null })).toMatchObject({ id: 'address 192.0.2.1', isKnown: false })
})
