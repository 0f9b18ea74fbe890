import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ChatMessage, splitPrompt } from './split-prompt.js'

export interface InjectableRequest {
  messages: ChatMessage[]
  /** Of the header `Authorization`. */
  key: string
}

export interface Injection {
  /** Each has to stand where a model takes orders. */
  commands: readonly string[]
  /** What the injection is after: the pieces that the model then writes, without end if they have none. */
  obey: (request: InjectableRequest) => Iterable<string>
  /** Obeys wherever the command stands, even when it does not: the worst of models. */
  isGullible: boolean
}

export interface InjectableChatServer {
  /** For an OpenAI client: ends in `/v1`. */
  readonly baseUrl: string
  readonly requests: InjectableRequest[]
  /** Requests that were answered as an injection wanted. */
  readonly obeyed: number
  /** Replies that the client left before their end. */
  readonly left: number
  /** What is tried on the model from now on; null for nothing. */
  inject(injection: Injection | null): void
  close(): Promise<void>
}

const fold = (text: string) =>
  text
    .replace(/[\u{e0020}-\u{e007e}]/gu, (tag) => String.fromCodePoint((tag.codePointAt(0) ?? 0) - 0xe0000))
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

/**
 * A model that does what it is told, behind OpenAI's chat completions protocol, streamed: an injection that reaches it as
 * an instruction is obeyed. Otherwise it answers honestly, with the sentence of the passages that shares most with the
 * question, and its number; or with nothing.
 *
 * @param options.dataTags names of the tags between which a prompt keeps its data.
 */
export async function createInjectableChatServer(options: {
  dataTags: readonly string[]
}): Promise<InjectableChatServer> {
  const requests: InjectableRequest[] = []
  const counts = { obeyed: 0, left: 0 }
  let injection: Injection | null = null

  const reply = (request: InjectableRequest): Iterable<string> => {
    const { instructions, passages } = splitPrompt({ messages: request.messages, dataTags: options.dataTags })
    const orders = fold(instructions)
    if (injection && (injection.isGullible || injection.commands.every((command) => orders.includes(fold(command))))) {
      counts.obeyed++
      return injection.obey(request)
    }
    return answerHonestly({ instructions, passages })
  }

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const piece of request) body += piece
    const asked = {
      messages: (JSON.parse(body) as { messages: ChatMessage[] }).messages,
      key: (request.headers.authorization ?? '').replace(/^Bearer /, ''),
    }
    requests.push(asked)
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const send = (delta: object, finish: string | null = null) =>
      response.write(
        `data: ${JSON.stringify({
          id: 'chatcmpl-1',
          object: 'chat.completion.chunk',
          created: 0,
          model: 'stand-in',
          choices: [{ index: 0, delta, finish_reason: finish }],
        })}\n\n`,
      )
    send({ role: 'assistant', content: '' })
    for (const content of reply(asked)) {
      // Room for the other side to be heard: a reply without end must see that nobody listens any more.
      if (!send({ content })) await new Promise((resolve) => setImmediate(resolve))
      if (response.destroyed) {
        counts.left++
        return
      }
    }
    send({}, 'stop')
    response.end('data: [DONE]\n\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    get obeyed() {
      return counts.obeyed
    },
    get left() {
      return counts.left
    },
    inject(given) {
      injection = given
    },
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}

/** The sentence that shares most pairs of letters with the last line of the instructions, where the question stands. */
function answerHonestly(options: ReturnType<typeof splitPrompt>): string[] {
  const pairs = (text: string) => {
    const letters = fold(text)
    return new Set(Array.from({ length: Math.max(0, letters.length - 1) }, (_, at) => letters.slice(at, at + 2)))
  }
  const wanted = pairs(options.instructions.trim().split('\n').at(-1) ?? '')
  const sentences = options.passages.flatMap(({ number, text }) =>
    text
      .split(/(?<=。)|(?<=\.)\s+|\n/)
      .map((sentence) => sentence.trim())
      .filter((sentence) => /[。.]$/.test(sentence))
      .map((sentence) => ({ sentence, number })),
  )
  const share = (sentence: string) => {
    const own = [...pairs(sentence)]
    return own.filter((pair) => wanted.has(pair)).length / Math.sqrt(own.length + 1)
  }
  const best = sentences.sort((a, b) => share(b.sentence) - share(a.sentence))[0]
  return best ? [best.sentence, `[${best.number}]`] : []
}
