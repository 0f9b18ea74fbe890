import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One answer that is being written, piece by piece as the test says. */
export interface Writing {
  /** What the model was told: passages and question. */
  prompt: string
  write(text: string): void
  end(): void
}

const event = (data: unknown) => `data: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
const chunk = (delta: object, finish_reason: string | null = null) =>
  event({
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 0,
    model: 'stand-in',
    choices: [{ index: 0, delta, finish_reason }],
  })

/** A stand-in for a language model that speaks OpenAI's chat completions: the real writer and the real checks work with it. */
export async function startLanguageModel() {
  const arrived: Writing[] = []
  const waiting: ((writing: Writing) => void)[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const { messages } = JSON.parse(body) as { messages: { role: string; content: string }[] }
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(chunk({ role: 'assistant', content: '' }))
    const writing = toWriting(messages.findLast(({ role }) => role === 'user')?.content ?? '', response)
    const taker = waiting.shift()
    if (taker) taker(writing)
    else arrived.push(writing)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    /** The next request that comes, or the oldest that nobody has taken. */
    next: (): Promise<Writing> => {
      const writing = arrived.shift()
      return writing ? Promise.resolve(writing) : new Promise((resolve) => waiting.push(resolve))
    },
    stop: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

function toWriting(prompt: string, response: ServerResponse): Writing {
  return {
    prompt,
    write: (text) => void response.write(chunk({ content: text })),
    end: () => void response.end(chunk({}, 'stop') + event('[DONE]')),
  }
}
