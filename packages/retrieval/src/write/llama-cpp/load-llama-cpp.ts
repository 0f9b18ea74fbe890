import { ShuttenError } from '@shutten/core'
import type { LlamaCppModule } from './llama-cpp-module.js'

const name = 'node-llama-cpp'

/** Errors: CONFIGURATION_INVALID where it is not installed, or cannot be loaded. */
export async function loadLlamaCpp(): Promise<LlamaCppModule> {
  try {
    return (await import(name)) as LlamaCppModule
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND'
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: isMissing
        ? `A GGUF file is run by ${name}, which is not installed.`
        : `A GGUF file is run by ${name}, which cannot be loaded on this machine.`,
      suggestion: `Run \`npx pnpm@10 --filter @shutten/retrieval add -O ${name}@3\` in the repository (it takes some 700 MB), or name a server in SHUTTEN_LLM, for example ollama:qwen3:4b.`,
      cause,
    })
  }
}
