import type { DocumentBlock, ExtractedDocument } from '@shutten/core'
import type { TextSpan } from '@shutten/text'
import { findSentence } from './find-sentence.js'

const quotation =
  /「[^「」]{0,300}(?:「[^「」]{0,200}」[^「」]{0,300})*」|『[^『』]{0,400}』|“[^“”]{0,400}”|"[^"\n]{0,400}"|«[^«»]{0,400}»|`[^`\n]{1,400}`|‘[^‘’]{0,400}’/gu
/** Words of those who write about attacks on models, or about writing to models. */
const subject =
  /インジェクション|脱獄|ジェイルブレイク|攻撃|悪意|手口|セキュリティ|脆弱性|プロンプト|生成AI|LLM|チャットテンプレート|言語モデル|対話モデル|モデル[はが](?:拒|応じ|従)|injection|jailbreak|attack|malicious|adversar|security|vulnerab|payload|red[- ]team|prompt|chat template|language model|the model (?:refus|compli|obey)|system_prompt|llm/iu
const attacks =
  /インジェクション|脱獄|ジェイルブレイク|攻撃|悪意|手口|インシデント|injection|jailbreak|attack|malicious|adversar|payload|red[- ]team|exploit/iu
/** In the sentence itself: it tells what others write, or shows how it looks. */
const reported =
  /攻撃者[はがもにたか]|悪意の?ある|たとえば|例えば|例:|という(?:文|指示|文言|文字列|命令|プロンプト|一文|記述|攻撃|手口|もの)|といった(?:文|指示|文言|命令|プロンプト|攻撃)|のような(?:文|指示|文言|命令|プロンプト|攻撃)|と(?:書|入力|求め|頼|指示|命じ)[^。]{0,10}(?:攻撃|手口|例|場合|者)|\battackers?\b(?!@)|\badversar(?:y|ies)\b|\bfor example\b|\be\.g\.|\bsuch as\b|\b(?:phrase|text|prompt|sentence|string|line|message|comment)s? (?:like|such as|reading|that says?)\b/iu
/** In front of what follows: a colon after "for example", "as follows". */
const announced =
  /(?:例|以下|次|下記|如く|ように|example|following|such as|like this|looks?|reads?|says?|e\.g\.)[^。.\n]{0,40}[:。.]?\s*$/iu
const shortBlock = 200

/**
 * Tells the mention of an attack from its use: what stands in quotation marks within a sentence, code, quotes and list
 * items of a text about such attacks or about prompts, and sentences that say whose words they repeat.
 */
export function createMentionCheck(options: {
  document: Pick<ExtractedDocument, 'title' | 'text' | 'blocks'>
  reading: string
  toSource: (at: number) => number
}): (sign: TextSpan) => boolean {
  const { document, reading, toSource } = options
  const { title, text, blocks } = document
  const fences = [...reading.matchAll(/^```[^\n]*\n[\s\S]{0,20000}?^```/gmu)].map(({ 0: code, index }) => ({
    start: index,
    end: index + code.length,
  }))

  return (sign) => {
    const sentence = findSentence(reading, sign.start)
    const paragraph = findParagraph(sign)
    if (isQuoted(sign, paragraph)) return true
    if (reported.test(reading.slice(sentence.start, Math.min(paragraph.end, sentence.end + 40)))) return true
    const { block, headings, previous } = findPlace(toSource(sign.start))
    const above = [title, ...headings].join('\n')
    const after = reading.slice(paragraph.end, paragraph.end + 200)
    const isCode = block?.kind === 'code' || block?.kind === 'quote' || isIn(fences, sign)
    const around = `${above}\n${previous}\n${reading.slice(Math.max(0, paragraph.start - 300), paragraph.start)}`
    if (isCode) return subject.test(`${around}\n${after}`) || isSettings(sign)
    const isItem =
      block !== undefined &&
      (block.kind === 'list-item' || block.kind === 'table-row') &&
      block.end - block.start <= shortBlock
    const isAnnounced = announced.test(previous.slice(-120)) && attacks.test(`${above}\n${previous}\n${after}`)
    return (isItem && attacks.test(above)) || isAnnounced
  }

  /** Inside quotation marks, with words of the writer's own beside them. */
  function isQuoted(sign: TextSpan, paragraph: TextSpan): boolean {
    const words = reading.slice(paragraph.start, paragraph.end)
    for (const { 0: quote, index } of words.matchAll(quotation)) {
      const start = paragraph.start + index
      const end = start + quote.length
      if (sign.start < start || sign.end > end) continue
      const own =
        words.slice(Math.max(0, index - 60), index) + words.slice(index + quote.length, index + quote.length + 60)
      return own.replace(/[^\p{L}\p{N}]/gu, '').length >= 4
    }
    return false
  }

  /** YAML or JSON that names what it sets. */
  function isSettings(sign: TextSpan): boolean {
    return /(?:system_?prompt|system_?message|["']?role["']?|instructions)["']?\s?[:=]/iu.test(
      reading.slice(Math.max(0, sign.start - 300), sign.end),
    )
  }

  function findParagraph({ start, end }: TextSpan): TextSpan {
    const from = reading.lastIndexOf('\n', start - 1) + 1
    const to = reading.indexOf('\n', end)
    return { start: from, end: to < 0 ? reading.length : to }
  }

  function findPlace(at: number): { block: DocumentBlock | undefined; headings: string[]; previous: string } {
    const index = blocks.findIndex(({ end }) => end > at)
    const headings: string[] = []
    let level = 7
    for (let i = index - 1; i >= 0 && level > 1; i--) {
      const block = blocks[i] as DocumentBlock
      if (block.kind !== 'heading' || (block.level ?? 1) >= level) continue
      headings.push(text.slice(block.start, block.end))
      level = block.level ?? 1
    }
    // Before a list stands what announces it.
    let before = index - 1
    const kind = blocks[index]?.kind
    while (before >= 0 && kind !== 'paragraph' && blocks[before]?.kind === kind) before--
    const previous = blocks[before]
    return {
      block: blocks[index],
      headings,
      previous: previous ? text.slice(Math.max(previous.start, previous.end - 300), previous.end) : '',
    }
  }
}

const isIn = (spans: readonly TextSpan[], { start }: TextSpan) =>
  spans.some((span) => start >= span.start && start < span.end)
