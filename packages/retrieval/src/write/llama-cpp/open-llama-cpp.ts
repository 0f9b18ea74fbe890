import { access } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'
import type { ChatModelSource, OpenChatModel } from '../chat-model-source.js'
import { ChatLlamaCpp } from './chat-llama-cpp.js'
import type { LlamaCppModule } from './llama-cpp-module.js'
import { loadLlamaCpp } from './load-llama-cpp.js'

/**
 * A GGUF file as a source of chat models. That the file and node-llama-cpp are there is seen at once; the model is loaded
 * with the first request, and once. Tokens are counted by the model's own tokenizer.
 * Errors: CONFIGURATION_INVALID.
 *
 * @param options.contextTokens the largest window that is asked for; the model, and the memory, may allow less
 */
export async function openLlamaCpp(options: {
  file: string
  contextTokens: number
  toAnswerTokens: (contextTokens: number) => number
  load?: () => Promise<LlamaCppModule>
}): Promise<ChatModelSource> {
  const { file, contextTokens, toAnswerTokens, load = loadLlamaCpp } = options
  const module = await load()
  await access(file).catch((cause: unknown) => {
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `There is no model file at ${file}.`,
      suggestion: 'Give the path of a GGUF file: SHUTTEN_LLM=llama-cpp:/path/to/model.gguf',
      cause,
    })
  })

  const loadModel = async (): Promise<OpenChatModel> => {
    const llama = await module.getLlama({ build: 'never', progressLogs: false, logLevel: 'error' })
    const model = await llama.loadModel({ modelPath: file })
    const max = Math.min(contextTokens, model.trainContextSize)
    const context = await model.createContext({ contextSize: { max }, sequences: 1 })
    const answerTokens = toAnswerTokens(context.contextSize)
    const countTokens = (text: string) => model.tokenize(text).length
    const sequence = context.getSequence()
    return {
      model: new ChatLlamaCpp({ module, sequence, countTokens, maxTokens: answerTokens }),
      contextTokens: context.contextSize,
      answerTokens,
      countTokens,
    }
  }
  let loading: Promise<OpenChatModel> | null = null
  return {
    isLocal: true,
    open() {
      loading ??= loadModel().catch((error: unknown) => {
        loading = null
        throw error
      })
      return loading
    },
  }
}
