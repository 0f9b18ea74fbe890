import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

/** OpenAI's reasoning models refuse every temperature but their own. */
const hasOwnTemperature = /^(o\d|gpt-5(?!-chat))/

/** Or the clients would write what they cannot read, a piece of the answer, to stderr. */
const silent = 'off'

/**
 * A chat model behind a provider's address, or behind one that speaks the same protocol. Retries are not the client's:
 * they are made by the class of the error, within the time limits.
 */
export async function loadHostedModel(options: {
  provider: 'openai' | 'anthropic' | 'google-genai'
  name: string
  apiKey?: string
  baseUrl?: string
}): Promise<BaseChatModel> {
  const { provider, name, apiKey, baseUrl } = options
  const shared = { model: name, maxRetries: 0, ...(apiKey && { apiKey }) }
  switch (provider) {
    case 'openai': {
      const { ChatOpenAI } = await import('@langchain/openai')
      return new ChatOpenAI({
        ...shared,
        // A server of one's own mostly wants no key, and the client cannot do without.
        ...(!apiKey && baseUrl && { apiKey: 'none' }),
        ...(!hasOwnTemperature.test(name) && { temperature: 0 }),
        configuration: { logLevel: silent, ...(baseUrl && { baseURL: baseUrl }) },
      })
    }
    case 'anthropic': {
      const { ChatAnthropic } = await import('@langchain/anthropic')
      const create = (sampling: { temperature?: number }) =>
        new ChatAnthropic({
          ...shared,
          ...sampling,
          clientOptions: { logLevel: silent },
          ...(baseUrl && { anthropicApiUrl: baseUrl }),
        })
      const model = create({ temperature: 0 })
      try {
        model.invocationParams()
        return model
      } catch {
        // Newer models refuse every temperature but their own.
        return create({})
      }
    }
    case 'google-genai': {
      const { ChatGoogleGenerativeAI } = await import('@langchain/google-genai')
      const model = new ChatGoogleGenerativeAI({ ...shared, temperature: 0, ...(baseUrl && { baseUrl }) })
      heedBrokenStreams(model as unknown as GoogleModel)
      return model
    }
  }
}

interface GoogleModel {
  client: { generateContentStream(...request: unknown[]): Promise<{ response: Promise<unknown> }> }
}

/**
 * Beside the stream the client gives a promise of the whole answer, which nobody here waits for: when the stream breaks,
 * its rejection would end the process.
 */
function heedBrokenStreams({ client }: GoogleModel): void {
  const generate = client.generateContentStream.bind(client)
  client.generateContentStream = async (...request) => {
    const generated = await generate(...request)
    generated.response.catch(() => {})
    return generated
  }
}
