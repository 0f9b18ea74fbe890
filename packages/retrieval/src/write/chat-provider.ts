import { type ChatProvider, chatProviders, ShuttenError } from '@shutten/core'

/**
 * Reads `provider:model`, as SHUTTEN_LLM holds it.
 * Errors: CONFIGURATION_INVALID.
 */
export function parseChatModelName(name: string): { provider: ChatProvider; model: string } {
  const [provider, ...rest] = name.split(':')
  const model = rest.join(':')
  const known = chatProviders.find((one) => one === provider)
  if (!known || !model)
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `SHUTTEN_LLM is "${name}"; it must be provider:model.`,
      suggestion: `Name one of ${chatProviders.join(', ')}, for example openai:gpt-5-mini, ollama:qwen3:4b or llama-cpp:/models/qwen3-4b.gguf.`,
    })
  return { provider: known, model }
}
