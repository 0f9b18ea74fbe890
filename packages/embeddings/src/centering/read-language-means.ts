import { readFile } from 'node:fs/promises'
import { ShuttenError } from '@shutten/core'
import type { ModelFile } from '@shutten/embedding-model'
import { z } from 'zod'
import type { LanguageMeans } from './center-by-language.js'

const byLanguage = z.object({ ja: z.base64(), en: z.base64() })
const schema = z.object({ share: z.number().min(0).max(1), query: byLanguage, passage: byLanguage })

/** Errors: MODEL_FILE_DAMAGED. */
export async function readLanguageMeans(options: { file: ModelFile; dimension: number }): Promise<LanguageMeans> {
  const { file, dimension } = options
  const decode = (text: string): Float32Array => {
    const bytes = Buffer.from(text, 'base64')
    if (bytes.length !== dimension * 4) throw new Error(`${bytes.length / 4} numbers in place of ${dimension}`)
    return Float32Array.from({ length: dimension }, (_, i) => bytes.readFloatLE(i * 4))
  }
  try {
    const { share, query, passage } = schema.parse(JSON.parse(await readFile(file.path, 'utf8')))
    return {
      share,
      query: { ja: decode(query.ja), en: decode(query.en) },
      passage: { ja: decode(passage.ja), en: decode(passage.en) },
    }
  } catch (cause) {
    throw new ShuttenError({
      code: 'MODEL_FILE_DAMAGED',
      message: `The file of language means cannot be read: ${file.path}.`,
      suggestion: 'Restore it from the repository (`git checkout` of this file), then start again.',
      cause,
    })
  }
}
