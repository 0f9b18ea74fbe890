/** Providers that a language model may come from. */
export const chatProviders = ['openai', 'anthropic', 'google-genai', 'ollama', 'llama-cpp'] as const
export type ChatProvider = (typeof chatProviders)[number]
