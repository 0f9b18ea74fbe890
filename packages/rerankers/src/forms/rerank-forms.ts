import { cohereForm } from './cohere-form.js'
import { jinaForm } from './jina-form.js'
import type { RerankForm } from './rerank-form.js'
import { teiForm } from './tei-form.js'

export type RerankFormName = 'cohere' | 'jina' | 'tei'

export const rerankForms: Record<RerankFormName, RerankForm> = { cohere: cohereForm, jina: jinaForm, tei: teiForm }
