import { type APIRequestContext, expect, type PlaywrightWorkerArgs } from '@playwright/test'

/** Calls of the server under test with its administrator's session; to be disposed of. */
export async function signInAsAdmin(options: {
  playwright: PlaywrightWorkerArgs['playwright']
  baseURL: string
}): Promise<APIRequestContext> {
  const { playwright, baseURL } = options
  const admin = await playwright.request.newContext({ baseURL: new URL(baseURL).href })
  const signedIn = await admin.post('/api/v1/session', { data: { password: process.env.SHUTTEN_E2E_ADMIN_PASSWORD } })
  expect(signedIn.status()).toBe(200)
  return admin
}
