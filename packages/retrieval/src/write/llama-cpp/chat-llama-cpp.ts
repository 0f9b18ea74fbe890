import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager'
import { SimpleChatModel } from '@langchain/core/language_models/chat_models'
import { AIMessageChunk, type BaseMessage } from '@langchain/core/messages'
import { ChatGenerationChunk } from '@langchain/core/outputs'
import type { LlamaCppModule, LlamaSequence } from './llama-cpp-module.js'

/**
 * A GGUF file as a LangChain chat model, by node-llama-cpp: the model's own chat template, streamed, stopped by the signal.
 * One request at a time; the others wait for their turn. What two prompts begin with alike is read once.
 */
export class ChatLlamaCpp extends SimpleChatModel {
  readonly #module: Pick<LlamaCppModule, 'LlamaChatSession'>
  readonly #sequence: LlamaSequence
  readonly #countTokens: (text: string) => number
  readonly #maxTokens: number
  #last: Promise<unknown> = Promise.resolve()

  constructor(options: {
    module: Pick<LlamaCppModule, 'LlamaChatSession'>
    sequence: LlamaSequence
    countTokens: (text: string) => number
    maxTokens: number
  }) {
    super({})
    this.#module = options.module
    this.#sequence = options.sequence
    this.#countTokens = options.countTokens
    this.#maxTokens = options.maxTokens
  }

  static override lc_name(): string {
    return 'ChatLlamaCpp'
  }

  override _llmType(): string {
    return 'llama-cpp'
  }

  override async _call(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): Promise<string> {
    let text = ''
    for await (const chunk of this._streamResponseChunks(messages, options, runManager)) text += chunk.text
    return text
  }

  override async *_streamResponseChunks(
    messages: BaseMessage[],
    options: this['ParsedCallOptions'],
    runManager?: CallbackManagerForLLMRun,
  ): AsyncGenerator<ChatGenerationChunk> {
    const join = (isSystem: boolean) =>
      messages
        .filter((message) => (message.getType() === 'system') === isSystem)
        .map(({ text }) => text)
        .join('\n\n')
    const systemPrompt = join(true)
    const prompt = join(false)
    const queue: string[] = []
    let wake: () => void = () => {}
    const finished = this.#inTurn(async () => {
      options.signal?.throwIfAborted()
      const before = this.#sequence.tokenMeter.getState()
      const session = new this.#module.LlamaChatSession({
        contextSequence: this.#sequence,
        systemPrompt,
      })
      try {
        const { stopReason } = await session.promptWithMeta(prompt, {
          maxTokens: this.#maxTokens,
          temperature: 0,
          budgets: { thoughtTokens: 0 },
          onTextChunk(text) {
            queue.push(text)
            wake()
          },
          ...(options.signal && { signal: options.signal }),
        })
        return { stopReason, used: this.#sequence.tokenMeter.diff(before) }
      } finally {
        session.dispose()
      }
    })
    let over = false
    const end = () => {
      over = true
      wake()
    }
    finished.then(end, end)
    while (!over || queue.length > 0) {
      const text = queue.shift()
      if (text === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
          if (over || queue.length > 0) resolve()
        })
        continue
      }
      const chunk = new ChatGenerationChunk({ text, message: new AIMessageChunk({ content: text }) })
      yield chunk
      await runManager?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk })
    }
    const { stopReason, used } = await finished
    // The meter counts only what was not read for the request before.
    const input_tokens = this.#countTokens(systemPrompt) + this.#countTokens(prompt)
    const output_tokens = used.usedOutputTokens
    yield new ChatGenerationChunk({
      text: '',
      message: new AIMessageChunk({
        content: '',
        response_metadata: { finish_reason: stopReason },
        usage_metadata: { input_tokens, output_tokens, total_tokens: input_tokens + output_tokens },
      }),
    })
  }

  /** After the request before, whichever way that one ended. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(work, work)
    this.#last = mine.catch(() => {})
    return mine
  }
}
