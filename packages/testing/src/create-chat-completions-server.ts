import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export interface ChatCompletionsServer {
  /** For an OpenAI client: ends in `/v1`. */
  baseUrl: string
  /** Bodies of the requests so far. */
  requests: { model: string; stream?: boolean; messages: { role: string; content: string }[] }[]
}

/** What one request is answered with: pieces of text to stream, an error status, or whatever the function writes. */
export type ChatReply =
  | readonly string[]
  | { status: number; headers?: Record<string, string> }
  | ((response: ServerResponse) => void)

const event = (data: unknown) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`

/**
 * A stand-in for a paid model: a small HTTP server that speaks OpenAI's chat completions protocol, streamed.
 * The last reply is given again when there are more requests than replies.
 */
export async function createChatCompletionsServer(options: {
  replies: readonly ChatReply[]
}): Promise<ChatCompletionsServer> {
  const requests: ChatCompletionsServer['requests'] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const reply = options.replies[Math.min(requests.length, options.replies.length - 1)] ?? []
    requests.push(JSON.parse(body))
    if (typeof reply === 'function') return reply(response)
    if ('status' in reply) {
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      return response.end(JSON.stringify({ error: { message: `status ${reply.status}`, type: 'server_error' } }))
    }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const chunk = (delta: object, finish: string | null) =>
      event({
        id: 'chatcmpl-1',
        object: 'chat.completion.chunk',
        created: 0,
        model: 'stand-in',
        choices: [{ index: 0, delta, finish_reason: finish }],
      })
    response.write(chunk({ role: 'assistant', content: '' }, null))
    for (const content of reply) response.write(chunk({ content }, null))
    response.write(chunk({}, 'stop'))
    response.end(event('[DONE]'))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`, requests }
}
