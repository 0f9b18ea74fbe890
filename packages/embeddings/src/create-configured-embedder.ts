import type { EmbeddingsInterface } from '@langchain/core/embeddings'
import { type Embedder, type RemoteModelConfiguration, ShuttenError } from '@shutten/core'
import { createLangChainEmbedder } from './create-langchain-embedder.js'
import { toServiceError } from './to-service-error.js'

type Settings = { model: string; apiKey?: string; baseUrl?: string }

// Loaded on demand: most installations use the bundled embedder and none of these.
const providers: Record<string, (settings: Settings) => Promise<EmbeddingsInterface>> = {
  async openai({ model, apiKey, baseUrl }) {
    const { OpenAIEmbeddings } = await import('@langchain/openai')
    // The client asks for base64 unless told otherwise, and takes the floats of a server that knows no base64 for it.
    const encodingFormat = 'float'
    return new OpenAIEmbeddings({ model, apiKey, encodingFormat, maxRetries: 3, configuration: { baseURL: baseUrl } })
  },
  async ollama({ model, baseUrl }) {
    const { OllamaEmbeddings } = await import('@langchain/ollama')
    return new OllamaEmbeddings({ model, baseUrl, maxRetries: 3 })
  },
  async 'google-genai'({ model, apiKey }) {
    const { GoogleGenerativeAIEmbeddings } = await import('@langchain/google-genai')
    return new GoogleGenerativeAIEmbeddings({ model, apiKey, maxRetries: 3 })
  },
}

/** Characters stand for tokens here; services cut by their own tokens. */
const maxTokens = 8_000
const batchSize = 64

async function measureDimension(options: { embeddings: EmbeddingsInterface; id: string }): Promise<number> {
  try {
    return (await options.embeddings.embedQuery('次元')).length
  } catch (cause) {
    throw toServiceError({ cause, id: options.id })
  }
}

/**
 * The embedder that `SHUTTEN_EMBEDDER=provider:model` names. Without a dimension, one text is embedded to learn it.
 * Errors: CONFIGURATION_INVALID; LLM_UNAVAILABLE when the service does not answer.
 */
export async function createConfiguredEmbedder(
  options: RemoteModelConfiguration & { dimension?: number },
): Promise<Embedder> {
  const { name, apiKey, baseUrl } = options
  const [provider = '', ...rest] = name.split(':')
  const model = rest.join(':')
  const create = providers[provider]
  if (!create || !model)
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `SHUTTEN_EMBEDDER is "${name}"; it must be provider:model.`,
      suggestion: `Name one of ${Object.keys(providers).join(', ')}, for example openai:text-embedding-3-small, or leave it unset for the bundled embedder.`,
    })
  let embeddings: EmbeddingsInterface
  try {
    embeddings = await create({ model, apiKey, baseUrl })
  } catch (cause) {
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `The embedder ${name} cannot be set up: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      suggestion: 'Set SHUTTEN_EMBEDDER_API_KEY and, for a compatible server, SHUTTEN_EMBEDDER_BASE_URL.',
      cause,
    })
  }
  const dimension = options.dimension ?? (await measureDimension({ embeddings, id: name }))
  return createLangChainEmbedder({
    embeddings,
    id: name,
    limits: { dimension, maxTokens, batchSize, prefixes: { query: '', passage: '' } },
  })
}
