import type { AnswerEvent } from '@shutten/core'
import { createUIMessageStream, createUIMessageStreamResponse } from 'ai'
import { cookies } from 'next/headers'
import type { ChatMessage } from '@/chat/chat-message'
import { accessTable } from '@/server/auth/access-table'
import { authorize } from '@/server/auth/authorize'
import { findCaller } from '@/server/auth/find-caller'
import { chatRequestSchema } from '@/server/chat/chat-request-schema'
import { readChatRequest } from '@/server/chat/read-chat-request'
import { runningAnswers } from '@/server/chat/running-answers'
import { writeAnswer } from '@/server/chat/write-answer'
import { getServer } from '@/server/get-server'
import { errorResponse } from '@/server/http/error-response'
import { readJson } from '@/server/http/read-json'
import { toPublicError } from '@/server/http/to-public-error'
import { findOwner } from '@/server/session/find-owner'
import { hashOwner } from '@/server/session/hash-owner'
import {
  createSessionToken,
  isSecureRequest,
  sessionCookie,
  sessionCookieOptions,
} from '@/server/session/session-cookie'

const maxBodyBytes = 8 * 1024 * 1024

/** Answers a question as the AI SDK's UI message stream. Errors before the stream are HTTP errors, later ones error parts. */
export async function POST(request: Request): Promise<Response> {
  try {
    const server = await getServer()
    const { headers } = request
    const access = accessTable['POST /api/chat']
    const principal = await authorize({ request, server, access })
    server.askLimits.take(findCaller({ headers, principal }))
    const body = await readJson({ request, schema: chatRequestSchema, maxBytes: maxBodyBytes })
    const { conversationId: wanted, turnId, replaces, ...asked } = readChatRequest(body)
    const owner = await getOwner(request)
    const [found, kept] = await Promise.all([
      wanted === null ? null : server.conversations.find({ id: wanted, owner }),
      turnId === null ? null : server.conversations.findTurn({ id: turnId, owner }),
    ])
    const conversationId = found?.id ?? null
    const stream = createUIMessageStream<ChatMessage>({
      execute: async ({ writer }) => {
        writer.write({
          type: 'start',
          messageMetadata: { conversationId, restarted: wanted !== null && found === null && kept === null },
        })
        if (kept) {
          await writeAnswer({ events: tellAgain(kept.turn), writer })
          return
        }
        // One that can be fetched later goes on without its reader.
        const running = turnId === null ? null : runningAnswers.begin({ turnId, owner })
        try {
          const events = server.ask({
            ...asked,
            conversationId,
            owner,
            ...(turnId === null ? {} : { turnId }),
            replaces: found ? replaces : null,
            ...(running ? { stop: running.stop } : { signal: request.signal }),
          })
          await writeAnswer({ events, writer })
        } finally {
          running?.end()
        }
      },
      onError: (error) => JSON.stringify(toPublicError(error)),
    })
    return createUIMessageStreamResponse({
      stream,
      headers: { 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
    })
  } catch (error) {
    return errorResponse(error)
  }
}

async function* tellAgain(turn: { id: string } & Pick<Extract<AnswerEvent, { type: 'done' }>, 'answer'>) {
  yield { type: 'done', answer: turn.answer, turnId: turn.id } satisfies AnswerEvent
}

/** The account's or the visitor's; a session is begun now when there is none yet. */
async function getOwner(request: Request): Promise<string> {
  const known = await findOwner()
  if (known !== null) return known
  const token = createSessionToken()
  const jar = await cookies()
  jar.set(sessionCookie, token, sessionCookieOptions({ secure: isSecureRequest(request) }))
  return hashOwner(token)
}
