import type { APIRequestContext } from '@playwright/test'

/** A job as its last event tells it. */
export async function followJob(options: { admin: APIRequestContext; jobId: string }) {
  const { admin, jobId } = options
  const events = await (await admin.get(`/api/v1/jobs/${jobId}/events`, { timeout: 240_000 })).text()
  return [...events.matchAll(/^data: (.*)$/gm)].map((match) => JSON.parse(match[1] ?? '')).at(-1)
}
