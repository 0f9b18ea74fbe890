import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

/**
 * Chat models of an Ollama, one for each request: its client heeds no signal while it waits, and when it stops one
 * request it stops all of the same client. The window is asked for, since Ollama cuts the beginning off a prompt that is
 * longer than its default, and with it the instructions.
 */
export async function createOllamaModel(options: {
  name: string
  baseUrl?: string
  contextTokens: number
  answerTokens: number
}): Promise<(signal: AbortSignal) => BaseChatModel> {
  const { name, baseUrl, contextTokens, answerTokens } = options
  const { ChatOllama } = await import('@langchain/ollama')
  return (signal) =>
    new ChatOllama({
      model: name,
      maxRetries: 0,
      temperature: 0,
      numCtx: contextTokens,
      numPredict: answerTokens,
      // What it would think aloud counts against the answer's tokens.
      think: false,
      fetch: (input, init) =>
        fetch(input, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal }),
      ...(baseUrl && { baseUrl }),
    })
}
