import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import { anthropicProtocol } from './chat-protocols/anthropic-protocol.js'
import type { ChatProtocol, ChatUsage } from './chat-protocols/chat-protocol.js'
import { googleProtocol } from './chat-protocols/google-protocol.js'
import { ollamaProtocol } from './chat-protocols/ollama-protocol.js'
import { openaiProtocol } from './chat-protocols/openai-protocol.js'

const protocols = {
  openai: openaiProtocol,
  anthropic: anthropicProtocol,
  'google-genai': googleProtocol,
  ollama: ollamaProtocol,
} satisfies Record<string, ChatProtocol>

export interface ChatServer<Body> {
  /** For the provider's client. */
  baseUrl: string
  /** Bodies of the requests so far. */
  requests: Body[]
  /** Settles when so many requests have come, counted from the first. */
  arrived(requests: number): Promise<void>
  /** Settles when the client has closed the connection of a request, counted from 1, before it was answered to the end. */
  closed(request: number): Promise<void>
  /** Cuts the connection of a request, counted from 1. */
  cut(request: number): void
}

/** What one request is answered with. */
export type ChatReply =
  /** Pieces of text to stream. */
  | readonly string[]
  | {
      pieces: readonly string[]
      /** Whole unless told: then the stream goes quiet, is cut, ends without saying so, or turns to nonsense. */
      ending?: 'hang' | 'cut' | 'end' | 'nonsense'
      finishReason?: string
      usage?: ChatUsage
    }
  | { status: number; headers?: Record<string, string>; message?: string; code?: string }
  /** Takes the connection, and never answers. */
  | 'silence'
  /** Whatever the function writes. */
  | ((response: ServerResponse) => void)

/**
 * A stand-in for a paid model: a small HTTP server that speaks a provider's chat protocol, streamed, in sickness and in
 * health. The last reply is given again when there are more requests than replies.
 */
export async function createChatServer<Body = unknown>(options: {
  protocol: keyof typeof protocols
  replies: readonly ChatReply[]
}): Promise<ChatServer<Body>> {
  const protocol = protocols[options.protocol]
  const requests: Body[] = []
  const responses: ServerResponse[] = []
  const arrivals = createCounter()
  const closings = new Map<number, Deferred>()
  const closingOf = (request: number) => {
    const known = closings.get(request) ?? createDeferred()
    closings.set(request, known)
    return known
  }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const reply = options.replies[Math.min(requests.length, options.replies.length - 1)] ?? []
    requests.push(JSON.parse(body))
    responses.push(response)
    const closing = closingOf(requests.length)
    response.once('close', () => {
      if (!response.writableFinished) closing.resolve()
    })
    arrivals.raise(requests.length)
    answer({ protocol, reply, response })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}${protocol.path}`,
    requests,
    arrived: (count) => arrivals.reached(count),
    closed: (request) => closingOf(request).promise,
    cut: (request) => void responses[request - 1]?.destroy(),
  }
}

function answer(options: { protocol: ChatProtocol; reply: ChatReply; response: ServerResponse }): void {
  const { protocol, reply, response } = options
  if (typeof reply === 'function') {
    reply(response)
    return
  }
  if (reply === 'silence') return
  if ('status' in reply) {
    const { status, headers, code = null, message = `status ${status}` } = reply
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(JSON.stringify(protocol.error({ status, message, code })))
    return
  }
  const {
    pieces,
    ending,
    finishReason = 'stop',
    usage = { inputTokens: 100, outputTokens: 10 },
  } = 'pieces' in reply ? reply : { pieces: reply }
  response.writeHead(200, { 'content-type': protocol.contentType })
  response.write(protocol.begin({ usage }) + pieces.map((piece) => protocol.piece(piece)).join(''))
  if (ending === 'hang') return
  if (ending === 'end') return void response.end()
  if (ending === 'nonsense') return void response.end(protocol.malformed)
  // Once what was written has gone out, or the client would see nothing of it.
  if (ending === 'cut') return void response.write('', () => response.destroy())
  response.end(protocol.end({ finishReason, usage }))
}

interface Deferred {
  promise: Promise<void>
  resolve: () => void
}

function createDeferred(): Deferred {
  let resolve = () => {}
  const promise = new Promise<void>((settle) => {
    resolve = settle
  })
  return { promise, resolve: () => resolve() }
}

function createCounter() {
  let count = 0
  const waiting: { at: number; resolve: () => void }[] = []
  return {
    raise(to: number) {
      count = to
      for (const one of waiting) if (one.at <= count) one.resolve()
    },
    reached: (at: number) =>
      at <= count ? Promise.resolve() : new Promise<void>((resolve) => waiting.push({ at, resolve })),
  }
}
