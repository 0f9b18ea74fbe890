import { type ChatProvider, chatProviders, ShuttenError } from '@shutten/core'
import { z } from 'zod'
import type { ChatModelSource } from './chat-model-source.js'
import { estimateTokens } from './estimate-tokens.js'
import { openLlamaCpp } from './llama-cpp/open-llama-cpp.js'
import { createOllamaModel } from './providers/create-ollama-model.js'
import { loadHostedModel } from './providers/load-hosted-model.js'

export const chatModelConfigurationSchema = z.object({
  provider: z.enum(chatProviders),
  /** The provider's name for it; of `llama-cpp`, the path of a GGUF file. */
  model: z.string().min(1),
  apiKey: z.string().min(1).optional(),
  /** Of a compatible server, such as vLLM or LM Studio, or of an Ollama that is not on this machine. */
  baseUrl: z.url().optional(),
  /** Tokens of the window that prompt and answer share; what is known of the model unless told. */
  contextTokens: z.number().int().min(512).optional(),
})
export type ChatModelConfiguration = z.input<typeof chatModelConfigurationSchema>

/** The window of a model of which nothing is known. */
const cautiousContextTokens = 8_192
/** Tokens kept for an answer, where the window leaves them. */
const longestAnswer = 1_024

/** Providers whose models run on the reader's own machines. */
const local: readonly ChatProvider[] = ['ollama', 'llama-cpp']

/**
 * Chat models by configuration. Clients of the providers are loaded when they are first needed here.
 * Errors: CONFIGURATION_INVALID when the provider refuses the settings, as for a missing key.
 */
export async function createChatModel(configuration: ChatModelConfiguration): Promise<ChatModelSource> {
  const { provider, model: name, apiKey, baseUrl, ...given } = chatModelConfigurationSchema.parse(configuration)
  const contextTokens = given.contextTokens ?? cautiousContextTokens
  const answerTokens = toAnswerTokens(contextTokens)
  const isLocal = local.includes(provider)
  try {
    if (provider === 'llama-cpp') return await openLlamaCpp({ file: name, contextTokens, toAnswerTokens })
    if (provider === 'ollama') {
      const open = await createOllamaModel({ name, baseUrl, contextTokens, answerTokens })
      return {
        isLocal,
        open: async (signal) => ({ model: open(signal), contextTokens, answerTokens, countTokens: estimateTokens }),
      }
    }
    const model = await loadHostedModel({ provider, name, apiKey, baseUrl })
    const known = given.contextTokens ?? model.profile?.maxInputTokens ?? cautiousContextTokens
    const opened = { model, contextTokens: known, answerTokens: toAnswerTokens(known), countTokens: estimateTokens }
    return { isLocal, open: async () => opened }
  } catch (cause) {
    if (cause instanceof ShuttenError) throw cause
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `The language model ${provider}:${name} cannot be set up: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      suggestion:
        'Set the provider’s key and, for a compatible server, its address: SHUTTEN_LLM_API_KEY and SHUTTEN_LLM_BASE_URL, or under /admin/settings.',
      cause,
    })
  }
}

function toAnswerTokens(contextTokens: number): number {
  return Math.min(longestAnswer, Math.floor(contextTokens / 4))
}
