import { type Reranker, ShuttenError } from '@shutten/core'
import { createHttpReranker } from './create-http-reranker.js'
import { type RerankFormName, rerankForms } from './forms/rerank-forms.js'

/**
 * The reranker that a configuration names: `cohere:model`, `jina:model`, or `tei` with an address.
 * Errors: CONFIGURATION_INVALID.
 */
export function createConfiguredReranker(options: { name: string; apiKey?: string; baseUrl?: string }): Reranker {
  const { name, apiKey, baseUrl } = options
  const [first, ...rest] = name.split(':')
  const form = (Object.keys(rerankForms) as RerankFormName[]).find((one) => one === first)
  const model = rest.join(':')
  if (!form || (rerankForms[form].namesModel && !model))
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `SHUTTEN_RERANKER is "${name}"; it must be cohere:model, jina:model, tei or none.`,
      suggestion:
        'Name one of them, for example cohere:rerank-v3.5, or leave it unset for the reader that ships with Shutten.',
    })
  if (!baseUrl && !apiKey && rerankForms[form].publicUrl)
    throw new ShuttenError({
      code: 'CONFIGURATION_INVALID',
      message: `SHUTTEN_RERANKER is "${name}", and there is no key for it.`,
      suggestion: 'Set SHUTTEN_RERANKER_API_KEY, or SHUTTEN_RERANKER_BASE_URL to a server of your own.',
    })
  return createHttpReranker({
    form,
    id: name,
    ...(model && { model }),
    ...(apiKey && { apiKey }),
    ...(baseUrl && { url: baseUrl }),
  })
}
