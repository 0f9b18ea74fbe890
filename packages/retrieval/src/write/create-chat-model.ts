import type { BaseChatModel } from '@langchain/core/language_models/chat_models'
import { ShuttenError } from '@shutten/core'
import { initChatModel } from 'langchain'
import { z } from 'zod'

/** Providers whose LangChain package ships with Shutten. */
export const chatProviders = ['openai', 'anthropic', 'google-genai', 'ollama'] as const

export const chatModelConfigurationSchema = z.object({
  provider: z.enum(chatProviders),
  model: z.string().min(1),
  apiKey: z.string().min(1).optional(),
  /** Of a compatible server, such as vLLM or LM Studio, or of an Ollama that is not on this machine. */
  baseUrl: z.url().optional(),
  timeoutMs: z.number().int().positive().default(60_000),
})
export type ChatModelConfiguration = z.input<typeof chatModelConfigurationSchema>

/**
 * Reads `provider:model`, as SHUTTEN_LLM holds it.
 * Errors: CONFIGURATION_INVALID.
 */
export function parseChatModelName(name: string): { provider: (typeof chatProviders)[number]; model: string } {
  const [provider, ...rest] = name.split(':')
  const model = rest.join(':')
  const known = chatProviders.find((one) => one === provider)
  if (!known || !model)
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `SHUTTEN_LLM is "${name}"; it must be provider:model.`,
      suggestion: `Name one of ${chatProviders.join(', ')}, for example openai:gpt-5-mini or ollama:qwen3:4b.`,
    })
  return { provider: known, model }
}

/**
 * A LangChain chat model by configuration.
 * Errors: CONFIGURATION_INVALID when the provider refuses the settings, as for a missing key.
 */
export async function createChatModel(configuration: ChatModelConfiguration): Promise<BaseChatModel> {
  const { provider, model, apiKey, baseUrl, timeoutMs } = chatModelConfigurationSchema.parse(configuration)
  try {
    return (await initChatModel(model, {
      modelProvider: provider,
      temperature: 0,
      maxRetries: 2,
      ...(apiKey ? { apiKey } : {}),
      ...(provider === 'openai'
        ? { timeout: timeoutMs, ...(baseUrl ? { configuration: { baseURL: baseUrl } } : {}) }
        : {}),
      ...(provider !== 'openai' && baseUrl ? { baseUrl } : {}),
    })) as unknown as BaseChatModel
  } catch (cause) {
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `The language model ${provider}:${model} cannot be set up: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`,
      suggestion: 'Set the provider’s key (SHUTTEN_LLM_API_KEY) and, for a compatible server, SHUTTEN_LLM_BASE_URL.',
      cause,
    })
  }
}
