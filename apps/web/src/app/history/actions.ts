'use server'

import { isShuttenError } from '@shutten/core'
import { redirect } from 'next/navigation'
import { historyHref } from '@/components/history/history-href'
import { authorizeAction } from '@/server/auth/authorize-action'
import { getServer } from '@/server/get-server'
import { findOwner } from '@/server/session/find-owner'

/** Longest title that a reader can give. */
const maxTitle = 120

export async function renameConversation(form: FormData): Promise<void> {
  await enterHistory('renameConversation')
  const title = String(form.get('title') ?? '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, maxTitle)
  await change(form, async ({ server, owner, id }) => {
    if (title !== '') await server.conversations.rename({ id, owner, title })
  })
}

export async function pinConversation(form: FormData): Promise<void> {
  await enterHistory('pinConversation')
  const isPinned = form.get('pinned') === 'true'
  await change(form, ({ server, owner, id }) => server.conversations.pin({ id, owner, isPinned }))
}

export async function deleteConversation(form: FormData): Promise<void> {
  await enterHistory('deleteConversation')
  await change(form, ({ server, owner, id }) => server.conversations.remove({ id, owner }))
}

export async function deleteAllConversations(): Promise<void> {
  await enterHistory('deleteAllConversations')
  const owner = await findOwner()
  if (owner !== null) await (await getServer()).conversations.removeAll({ owner })
  redirect(historyHref({ query: '', page: 1 }))
}

/** Who may not ask any more signs in first. */
async function enterHistory(action: Parameters<typeof authorizeAction>[0]): Promise<void> {
  try {
    await authorizeAction(action)
  } catch (error) {
    if (isShuttenError(error) && error.code === 'UNAUTHENTICATED') redirect('/sign-in?next=/history')
    throw error
  }
}

/** Changes one conversation of the visitor's own and shows the list as it was looked at. One that is gone is gone. */
async function change(
  form: FormData,
  run: (options: { server: Awaited<ReturnType<typeof getServer>>; owner: string; id: string }) => Promise<void>,
): Promise<void> {
  const owner = await findOwner()
  if (owner !== null) {
    try {
      await run({ server: await getServer(), owner, id: String(form.get('id') ?? '') })
    } catch (error) {
      if (!isShuttenError(error) || error.code !== 'CONVERSATION_NOT_FOUND') throw error
    }
  }
  const page = Number.parseInt(String(form.get('page')), 10) || 1
  redirect(historyHref({ query: String(form.get('q') ?? ''), page }))
}
