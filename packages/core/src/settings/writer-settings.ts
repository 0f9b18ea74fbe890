import { z } from 'zod'
import { chatProviders } from '../configuration/chat-providers.js'

const milliseconds = z.number().int().min(1_000).max(3_600_000).nullable().default(null)
const price = z.number().min(0).max(1_000_000)

/** Who writes the answers, without the key for it. What is null is taken from what is known of the model. */
export const writerSettingsSchema = z
  .strictObject({
    /** `none`: answers are extractive. */
    provider: z.enum(['none', ...chatProviders]).default('none'),
    /** The provider's name for it; of `llama-cpp`, the path of a GGUF file on the server. */
    model: z.string().trim().max(500).default(''),
    /** Of a compatible server, or of an Ollama that is not on this machine. */
    baseUrl: z
      .url({ protocol: /^https?$/ })
      .max(2_000)
      .nullable()
      .default(null),
    /** Tokens of the window that prompt and answer share. */
    contextTokens: z.number().int().min(512).max(100_000_000).nullable().default(null),
    firstTokenMs: milliseconds,
    timeoutMs: milliseconds,
    /** Of a million tokens each, in any one currency. */
    prices: z.strictObject({ input: price, output: price }).nullable().default(null),
  })
  .superRefine(({ provider, model }, context) => {
    if (provider !== 'none' && model === '')
      context.addIssue({ code: 'custom', path: ['model'], message: 'must be named' })
  })
export type WriterSettings = z.infer<typeof writerSettingsSchema>

/** Whether nobody answers without a key. Where one is needed it has to be said: the clients would look for one in the environment. */
export function needsKey({ provider, baseUrl }: Pick<WriterSettings, 'provider' | 'baseUrl'>): boolean {
  return provider === 'anthropic' || provider === 'google-genai' || (provider === 'openai' && baseUrl === null)
}
