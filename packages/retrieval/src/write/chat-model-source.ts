import type { BaseChatModel } from '@langchain/core/language_models/chat_models'

/** A chat model ready for one request. */
export interface OpenChatModel {
  model: BaseChatModel
  /** Tokens of the window that prompt and answer share. */
  contextTokens: number
  /** Tokens of it that are kept for the answer. */
  answerTokens: number
  /** Never less than the model counts. */
  countTokens: (text: string) => number
}

/** Where chat models come from. */
export interface ChatModelSource {
  /** @param signal fires when the request is given up; for clients that cannot be told with the request */
  open(signal: AbortSignal): Promise<OpenChatModel>
  /** The model runs on this machine, or in a small server: it may take its time. */
  readonly isLocal: boolean
}
