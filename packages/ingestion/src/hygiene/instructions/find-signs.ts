import type { TextSpan } from '@shutten/text'
import { englishRules } from './english-rules.js'
import { findSentence } from './find-sentence.js'
import type { InstructionRule } from './instruction-rule.js'
import { japaneseRules } from './japanese-rules.js'
import { otherRules } from './other-rules.js'
import { readerRules } from './reader-rules.js'

/** A match of a rule in the text that it was looked for in. */
export interface Sign extends TextSpan, Pick<InstructionRule, 'rule' | 'strength'> {
  /** Which of the rules, for one kind has several. */
  pattern: RegExp
}

/** One of these stands in every match; most texts hold few. */
const hint =
  /指示|命令|プロンプト|インストラクション|メッセージ|文脈|コンテキスト|ルール|規則|制限|制約|ガイドライン|ポリシー|安全|AI|人工知能|モデル|LLM|GPT|Copilot|Gemini|Claude|ボット|アシスタント|回答システム|あなた|モード|情報を聞き出|システム|資料|出典|文書|データ|会話|やり取り|質問|機密|URL|リンク|画像|回答|出力|答え|問い|要約|評価|約束|利用者|ユーザー|読者|閲覧者|<|\[|指令|提示|规则|지시|명령|프롬프트|지침|ignor|disregard|forget|overrid|bypass|discard|follow|obey|heed|instruction|assistant|bot\b|language model|summari[sz]er|you are|you're|from now on|mode|character|secret|note|passage|upgraded|role|your|restriction|polic|comply|answer|system|end of|beginning of|repeat|print|reveal|conversation|chat|user|tool|reply|respond|say|write|vergiss|vergessen|missachte|olvida|oublie|esqueça|dimentica|игнор|забудь|translate|decode|future|exclusively|solely|復号|訳し|以上で|oubli|anweisung/iu

/** A command at the end of a sentence. */
const command =
  /(?:ください(?:ませ|ね)?|下さい|せよ|しろ|なさい|(?:[うくすつぬぶむる]|ない)(?:こと|事)|(?:いい|よい|良い)(?:です)?よ?|[えけせてねべめれげぜでろ]よ|せろ|べろ|えろ|めろ|れろ|てろ|従え|答え|返せ|出せ|いただきたい|願います|お願い(?:し|いたし|申し上げ)ます|なければならない|なければなりません|ねばならない|ものとする|ましょう|無効です|して|忘れて|くれ|べし)[)」』】〕"”。.!]*\s*$/u

/** Three words of Latin letters in a row, or a sign that imitations of turns begin with. */
const latin = /[a-z]{2,20}[ ,:][^a-z]?[a-z]{1,20}[ ,:][^a-z]?[a-z]|[<[{]|https?:/iu

/** What the rules match, in order of their start. Sentences in quotation marks are searched like any other. */
export function findSigns(text: string): Sign[] {
  const signs: Sign[] = []
  const search = (rules: readonly InstructionRule[], isPossible: (paragraph: string) => boolean) => {
    for (const region of findRegions(text, isPossible)) {
      const part = text.slice(region.start, region.end)
      for (const { rule, strength, pattern, isCommand, unless } of rules)
        for (const match of part.matchAll(pattern)) {
          const start = region.start + match.index
          const end = start + match[0].length
          if (unless && hasInSentence(text, { start, end }, unless)) continue
          if (isCommand && !endsInCommand(text, end)) continue
          signs.push({ rule, strength, pattern, start, end })
        }
    }
  }
  search([...japaneseRules, ...otherRules, ...readerRules], (paragraph) => hint.test(paragraph))
  search(englishRules, (paragraph) => latin.test(paragraph) && hint.test(paragraph))
  return signs.sort((a, b) => a.start - b.start)
}

/** Paragraphs that may hold a match, joined where they follow each other. */
function findRegions(text: string, isPossible: (paragraph: string) => boolean): TextSpan[] {
  const regions: TextSpan[] = []
  for (let start = 0; start < text.length; ) {
    const stop = text.indexOf('\n\n', start)
    const end = stop < 0 ? text.length : stop + 2
    if (isPossible(text.slice(start, end))) {
      const last = regions.at(-1)
      if (last?.end === start) last.end = end
      else regions.push({ start, end })
    }
    start = end
  }
  return regions
}

function hasInSentence(text: string, { start, end }: TextSpan, pattern: RegExp): boolean {
  return pattern.test(text.slice(findSentence(text, start).start, Math.max(end, findSentence(text, end - 1).end)))
}

/** The sentence, or one of the two after it in the same paragraph. */
function endsInCommand(text: string, at: number): boolean {
  let from = Math.max(0, at - 1)
  for (let count = 0; count < 3 && from < text.length; count++) {
    const { start, end } = findSentence(text, from)
    if (command.test(text.slice(start, end))) return true
    if (text.startsWith('\n\n', end) && count > 0) return false
    from = end + 1
  }
  return false
}
