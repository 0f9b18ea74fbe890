/**
 * The part of `node-llama-cpp` (3.x) that is used, by its own type declarations. The package itself is no dependency: it
 * weighs 678 MB, and only those who name a GGUF file need it.
 */
export interface LlamaCppModule {
  getLlama(options: { build: 'never'; progressLogs: boolean; logLevel: 'error' }): Promise<{
    loadModel(options: { modelPath: string }): Promise<LlamaModel>
  }>
  LlamaChatSession: new (options: { contextSequence: LlamaSequence; systemPrompt: string }) => LlamaSession
}

export interface LlamaModel {
  /** Tokens that the model was trained for. */
  readonly trainContextSize: number
  tokenize(text: string): readonly unknown[]
  createContext(options: { contextSize: { max: number }; sequences: 1 }): Promise<LlamaContext>
}

export interface LlamaContext {
  readonly contextSize: number
  getSequence(): LlamaSequence
}

export interface LlamaSequence {
  readonly tokenMeter: { getState(): LlamaTokens; diff(since: LlamaTokens): LlamaTokens }
}

export interface LlamaTokens {
  usedInputTokens: number
  usedOutputTokens: number
}

export interface LlamaSession {
  promptWithMeta(
    prompt: string,
    options: {
      signal?: AbortSignal
      maxTokens: number
      temperature: number
      budgets: { thoughtTokens: number }
      onTextChunk: (text: string) => void
    },
  ): Promise<{ stopReason: string }>
  dispose(): void
}
