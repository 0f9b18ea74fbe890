import type { GoldenQuestion } from '@shutten/core'

/** The fields of the form of a golden question, as they stand in it. */
export const goldenFields = [
  'question',
  'language',
  'kind',
  'expects',
  'answers',
  'relevant',
  'evidence',
  'isEnabled',
] as const
export type GoldenFields = Record<(typeof goldenFields)[number], string>

export function readGoldenFields(form: FormData): GoldenFields {
  const read = (field: string) => String(form.get(field) ?? '').slice(0, 30_000)
  return Object.fromEntries(goldenFields.map((field) => [field, read(field)])) as GoldenFields
}

/** What the schema of a golden question takes: a line is a group of the answer, its variants parted by a bar. */
export function toGoldenInput(fields: GoldenFields): Record<string, unknown> {
  const { question, language, kind, expects, evidence } = fields
  return {
    question,
    language: language === 'ja' || language === 'en' ? language : null,
    kind: kind.trim() || null,
    expects,
    answers: expects === 'answer' ? splitLines(fields.answers).map((line) => splitVariants(line)) : [],
    relevant: splitLines(fields.relevant),
    evidence: evidence.trim() || null,
    isEnabled: fields.isEnabled !== '',
  }
}

/** The form of a question that is kept. */
export function toGoldenFields(golden: GoldenQuestion): GoldenFields {
  return {
    question: golden.question,
    language: golden.language ?? '',
    kind: golden.kind ?? '',
    expects: golden.expects,
    answers: golden.answers.map((group) => group.map((one) => one.replaceAll('|', '\\|')).join(' | ')).join('\n'),
    relevant: golden.relevant.join('\n'),
    evidence: golden.evidence ?? '',
    isEnabled: golden.isEnabled ? 'on' : '',
  }
}

/** A bar within a variant is written `\|`. */
function splitVariants(line: string): string[] {
  return line
    .split(/(?<!\\)[|｜]/)
    .map((variant) => variant.replaceAll('\\|', '|').trim())
    .filter(Boolean)
}

function splitLines(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)
}
