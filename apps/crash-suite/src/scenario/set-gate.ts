import { type NewGoldenQuestion, qualityPolicyKey } from '@shutten/core'
import type { Records } from '../composition.js'

/** Two of three are answered right in every state of the folder; the last one cannot be. */
const golden: Pick<NewGoldenQuestion, 'id' | 'question' | 'answers' | 'relevant'>[] = [
  { id: 'crash-1', question: 'PaDiMとは', answers: [['異常検知の手法']], relevant: ['padim.md'] },
  {
    id: 'crash-2',
    question: 'Whisperは音声を何秒単位で処理していますか',
    answers: [['30秒']],
    relevant: ['whisper.md'],
  },
  { id: 'crash-3', question: 'Whisperのコードのライセンスは？', answers: [['石狩支社']], relevant: ['whisper.md'] },
]

/** The share of right answers that a new index must come to. */
const least = { lenient: 0.5, strict: 0.9 }

/** Whether golden questions are put before a switch, and whether what is built passes. */
export type Gate = 'off' | keyof typeof least

/** Sets the gate for the jobs that follow, with the questions that it puts. */
export async function setGate({ records, gate }: { records: Records; gate: Gate }): Promise<void> {
  const given = {
    language: 'ja',
    kind: 'fact',
    expects: 'answer',
    evidence: null,
    isEnabled: true,
    by: 'crash',
  } as const
  await records.goldenQuestions.save(golden.map((question) => ({ ...question, ...given })))
  const policy = gate === 'off' ? {} : { isGateOn: true, least: { correct: least[gate] } }
  await records.settings.save(qualityPolicyKey, JSON.stringify(policy))
}
