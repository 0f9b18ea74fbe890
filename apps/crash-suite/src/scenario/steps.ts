import type { NewJob, TextDocument } from '@shutten/core'
import type { Records } from '../composition.js'
import { type Gate, setGate } from './set-gate.js'
import { type SourceState, writeSources } from './write-sources.js'

/** One job of the round: what is prepared for it, and what is asked for. */
export interface Step {
  name: string
  prepare(): Promise<NewJob>
}

const texts: TextDocument[] = [
  {
    uri: 'crash:kamome',
    title: 'かもめ食堂の献立',
    text: 'かもめ食堂は月曜が休みである。水曜の定食は焼き鮭で、値段は八百五十円である。席は十九ある。',
    tags: ['献立'],
  },
  {
    uri: 'crash:bridge',
    title: 'The bridge at Orrin Ferry',
    text: 'The bridge at Orrin Ferry was opened in 1931. It is 214 metres long and closed to lorries at night.',
  },
  {
    uri: 'crash:glacier',
    title: '氷河の観測',
    text: '観測隊は毎年七月に氷河の末端を測る。昨年は末端が四十二メートル後退した。記録は県の図書館にある。',
  },
]

/** Asked after every step, in the state that serves then. */
export const queries = [
  '異常検知の手法が必要とする画像',
  '音声認識の学習データは何時間ですか',
  'オープン語彙の物体検出',
  '水曜の定食の値段',
  'How long is the bridge at Orrin Ferry?',
  '氷河の末端はどれだけ後退したか',
  '石狩支社の広報室',
  'GPT-3 層数',
]

/**
 * A round of jobs of every kind, or of changes to the folder alone. The last one leaves what was there before the first; `first` is
 * what makes that.
 */
export function createSteps(options: { sourcesFolder: string; records: Records; onlyFolder: boolean }): {
  first: Step
  steps: Step[]
} {
  const { sourcesFolder, records, onlyFolder } = options
  const judged = (gate: Gate, request: NewJob) => async (): Promise<NewJob> => {
    await setGate({ records, gate })
    return request
  }
  const ingest = (state: SourceState, gate: Gate) => async (): Promise<NewJob> => {
    await writeSources({ folder: sourcesFolder, state })
    return judged(gate, { kind: 'ingest', locations: [sourcesFolder] })()
  }
  const remove = (uri: string) => async (): Promise<NewJob> => {
    const { id } = await records.documents.get(uri)
    return { kind: 'delete', documentId: id }
  }
  const change: Step = { name: 'change the folder', prepare: ingest('changed', 'lenient') }
  const putBack: Step = { name: 'put the folder back', prepare: ingest('base', 'lenient') }
  if (onlyFolder) return { first: putBack, steps: [change, putBack] }
  return {
    first: putBack,
    steps: [
      change,
      { name: 'add texts', prepare: judged('off', { kind: 'ingest-texts', documents: texts }) },
      { name: 'delete a text', prepare: remove('crash:bridge') },
      { name: 'be held back', prepare: ingest('base', 'strict') },
      { name: 'reindex', prepare: judged('lenient', { kind: 'reindex' }) },
      { name: 'measure', prepare: judged('off', { kind: 'measure', generation: null }) },
      putBack,
      { name: 'delete another', prepare: remove('crash:kamome') },
      { name: 'delete the last', prepare: remove('crash:glacier') },
    ],
  }
}
