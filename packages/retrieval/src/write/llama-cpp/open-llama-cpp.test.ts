import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTemporaryFolder } from '@shutten/testing'
import { describe, expect, it } from 'vitest'
import { makePassage } from '../../fixtures/make-passage.js'
import { createLangChainWriter } from '../create-langchain-writer.js'
import type { LlamaCppModule, LlamaSession, LlamaTokens } from './llama-cpp-module.js'
import { openLlamaCpp } from './open-llama-cpp.js'

type Prompting = Parameters<LlamaSession['promptWithMeta']>[1]

/** What `node-llama-cpp` does with a prompt is the test's; everything around it is as its types say. */
function createModule(answer: (prompt: string, options: Prompting) => Promise<string>) {
  const seen = { loads: 0, sessions: 0, disposed: 0, running: 0, most: 0, system: '', prompt: '', contextSize: 0 }
  let meter: LlamaTokens = { usedInputTokens: 0, usedOutputTokens: 0 }
  const sequence = {
    tokenMeter: {
      getState: () => meter,
      diff: (since: LlamaTokens) => ({
        usedInputTokens: meter.usedInputTokens - since.usedInputTokens,
        usedOutputTokens: meter.usedOutputTokens - since.usedOutputTokens,
      }),
    },
  }
  const module: LlamaCppModule = {
    async getLlama() {
      return {
        async loadModel() {
          seen.loads++
          return {
            trainContextSize: 4_096,
            tokenize: (text) => [...text],
            async createContext({ contextSize }) {
              seen.contextSize = contextSize.max
              return { contextSize: contextSize.max, getSequence: () => sequence }
            },
          }
        },
      }
    },
    LlamaChatSession: class {
      constructor({ systemPrompt }: { systemPrompt: string }) {
        seen.sessions++
        seen.system = systemPrompt
      }
      async promptWithMeta(prompt: string, options: Prompting) {
        seen.running++
        seen.prompt = prompt
        seen.most = Math.max(seen.most, seen.running)
        try {
          const stopReason = await answer(prompt, options)
          meter = { usedInputTokens: meter.usedInputTokens + 50, usedOutputTokens: meter.usedOutputTokens + 5 }
          return { stopReason }
        } finally {
          seen.running--
        }
      }
      dispose() {
        seen.disposed++
      }
    },
  }
  return { module, seen }
}

async function prepare(answer: (prompt: string, options: Prompting) => Promise<string>) {
  const file = path.join(await createTemporaryFolder(), 'model.gguf')
  await writeFile(file, 'GGUF')
  const { module, seen } = createModule(answer)
  const source = await openLlamaCpp({
    file,
    contextTokens: 8_192,
    toAnswerTokens: () => 256,
    load: async () => module,
  })
  const writer = createLangChainWriter({
    source,
    id: 'llama-cpp:m',
    limits: { firstTokenMs: 60_000, timeoutMs: 60_000 },
  })
  return { seen, source, writer }
}

const request = {
  question: 'いつですか？',
  language: 'ja',
  passages: [makePassage(1, { text: 'BERTは2018年に発表された。' })],
  history: [],
} as const

describe('openLlamaCpp', () => {
  it('writes by the model’s own chat session, and tells its tokens', async () => {
    const { seen, writer } = await prepare(async (prompt, { onTextChunk, maxTokens, temperature }) => {
      expect(prompt).toContain('いつですか？')
      expect({ maxTokens, temperature }).toEqual({ maxTokens: 256, temperature: 0 })
      onTextChunk('2018年')
      await Promise.resolve()
      onTextChunk('です。[1]')
      return 'eogToken'
    })
    const pieces: string[] = []
    const usages: unknown[] = []
    for (let i = 0; i < 2; i++)
      for await (const piece of writer.write({ ...request, onUsage: (usage) => usages.push(usage) })) pieces.push(piece)
    expect(pieces).toEqual(['2018年', 'です。[1]', '2018年', 'です。[1]'])
    // The whole prompt, also where its beginning was read before.
    expect(usages).toEqual([
      { inputTokens: seen.system.length + seen.prompt.length, outputTokens: 5 },
      { inputTokens: seen.system.length + seen.prompt.length, outputTokens: 5 },
    ])
    expect(seen).toMatchObject({ loads: 1, sessions: 2, disposed: 2, contextSize: 4_096 })
    expect(seen.system).toContain('numbered passages')
  })

  it('answers one at a time', async () => {
    const { seen, writer } = await prepare(async (_, { onTextChunk }) => {
      await new Promise((resolve) => setImmediate(resolve))
      onTextChunk('はい。[1]')
      return 'eogToken'
    })
    const read = async () => {
      let text = ''
      for await (const piece of writer.write(request)) text += piece
      return text
    }
    expect(await Promise.all([read(), read(), read()])).toEqual(['はい。[1]', 'はい。[1]', 'はい。[1]'])
    expect(seen.most).toBe(1)
  })

  it('stops the model with its caller, and lets the next one have it', async () => {
    let stopped = 0
    const { writer } = await prepare(async (_, { onTextChunk, signal }) => {
      onTextChunk('一。')
      if (stopped > 0) return 'eogToken'
      return new Promise((_resolve, reject) =>
        signal?.addEventListener('abort', () => {
          stopped++
          reject(signal.reason)
        }),
      )
    })
    for await (const piece of writer.write(request)) {
      expect(piece).toBe('一。')
      break
    }
    expect(stopped).toBe(1)
    const pieces: string[] = []
    for await (const piece of writer.write(request)) pieces.push(piece)
    expect(pieces).toEqual(['一。'])
  })

  it('fails where the answer came to its limit of tokens', async () => {
    const { writer } = await prepare(async (_, { onTextChunk }) => {
      onTextChunk('一は')
      return 'maxTokens'
    })
    const reading = (async () => {
      for await (const _ of writer.write(request));
    })()
    await expect(reading).rejects.toMatchObject({ code: 'LLM_UNAVAILABLE', message: expect.stringContaining('window') })
  })

  it('says so at once when there is no such file', async () => {
    const { module } = createModule(async () => 'eogToken')
    const opening = openLlamaCpp({
      file: '/nowhere/model.gguf',
      contextTokens: 4_096,
      toAnswerTokens: () => 256,
      load: async () => module,
    })
    await expect(opening).rejects.toMatchObject({
      code: 'CONFIGURATION_INVALID',
      message: expect.stringContaining('/nowhere/model.gguf'),
    })
  })

  it('tries again to load a model that could not be loaded', async () => {
    const file = path.join(await createTemporaryFolder(), 'model.gguf')
    await writeFile(file, 'GGUF')
    const { module } = createModule(async () => 'eogToken')
    let tries = 0
    const source = await openLlamaCpp({
      file,
      contextTokens: 4_096,
      toAnswerTokens: () => 256,
      load: async () => ({
        ...module,
        async getLlama(options) {
          if (tries++ === 0) throw new Error('no memory')
          return module.getLlama(options)
        },
      }),
    })
    const { signal } = new AbortController()
    await expect(source.open(signal)).rejects.toThrow('no memory')
    expect(await source.open(signal)).toMatchObject({ contextTokens: 4_096, answerTokens: 256 })
  })
})
