import type { MetricName } from '../metrics/metric-name.js'
import type { Perturbation } from '../robustness/perturbation.js'
import type { Label } from './label.js'

export const metricLabels: Record<MetricName, Label> = {
  'mrr@10': { ja: '最初の正しい文書の順位の逆数', en: 'reciprocal rank of the first right document' },
  'ndcg@10': { ja: '上位ほど重く見た順位のよさ', en: 'quality of the ranking, higher places weighing more' },
  'map@10': { ja: '正しい文書それぞれまでの適合率の平均', en: 'mean precision at each right document' },
  'recall@1': { ja: '1位に正しい文書がある', en: 'a right document comes first' },
  'recall@3': { ja: '3位までに正しい文書がある', en: 'a right document is among the first 3' },
  'recall@5': { ja: '5位までに正しい文書がある', en: 'a right document is among the first 5' },
  'recall@10': { ja: '10位までに正しい文書がある', en: 'a right document is among the first 10' },
  'recall@20': { ja: '20位までに正しい文書がある', en: 'a right document is among the first 20' },
  correct: { ja: '正しく答えたか、正しく断った', en: 'answered rightly, or rightly refused' },
  correctAnswerable: { ja: '答えのある問いに正しく答えた', en: 'answerable questions answered rightly' },
  correctWithRightCitation: {
    ja: '正しく答え、引用がその根拠を含む',
    en: 'answered rightly, and a quote holds the fact',
  },
  citationPrecision: { ja: '引用のうち、根拠を含むもの', en: 'citations that hold the fact' },
  citationRecall: { ja: '文のうち、引用が裏づけるもの', en: 'sentences that their citations hold' },
  quoteExact: { ja: '引用のうち、原文と一字一句同じもの', en: 'quotes that are the stored text to the letter' },
  'refusal.precision': { ja: '断ったうち、断るべきだったもの', en: 'refusals that were right' },
  'refusal.recall': { ja: '断るべきうち、断ったもの', en: 'questions to refuse that were refused' },
  'refusal.f1': { ja: '両者の調和平均', en: 'harmonic mean of the two' },
}

export const perturbationLabels: Record<Perturbation, Label> = {
  typo: { ja: '英字の打ち間違い', en: 'a letter of a Latin word wrong' },
  'kana-typo': { ja: 'カタカナの打ち間違い', en: 'a letter of a katakana word wrong' },
  'long-vowel': { ja: '長音の抜け', en: 'a long vowel mark missing' },
  kana: { ja: '漢字をかなで', en: 'kana for kanji' },
  width: { ja: '全角英数・半角カナ', en: 'full and half width mixed' },
  case: { ja: '大文字と小文字', en: 'upper and lower case' },
  padding: { ja: '前後のあいさつ', en: 'polite phrases around' },
  short: { ja: '単語だけ', en: 'content words alone' },
  long: { ja: '長い雑談の中', en: 'in a long chat' },
}

export const outcomeLabels = {
  right: { ja: '正答', en: 'right' },
  wrong: { ja: '誤答', en: 'wrong' },
  failed: { ja: 'エラー', en: 'failed' },
  none: { ja: '未判定', en: 'not judged' },
} satisfies Record<string, Label>

export type OutcomeState = keyof typeof outcomeLabels
