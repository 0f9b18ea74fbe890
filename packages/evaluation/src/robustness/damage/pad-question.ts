import type { Damage } from './damage.js'
import { pick } from './pick.js'

const japanesePrefixes = [
  'すみません、',
  'お忙しいところ恐れ入ります。',
  'ちょっとお聞きしたいのですが、',
  'あの、初歩的な質問で申し訳ないのですが、',
  'いつもお世話になっております。',
  '前から気になっていたのですが、',
  'えーと、',
  'こんにちは。ひとつ教えてください。',
  '同僚に聞かれて答えられなかったのですが、',
  '調べてもよく分からなかったので質問します。',
  'ごめん、急ぎなんだけど、',
  'もしご存じでしたら、',
]
const japaneseSuffixes = [
  'よろしくお願いいたします。',
  '教えていただけると助かります。',
  'ご存じの方がいたら教えてください。',
  '簡単でかまいませんので、お願いします。',
  'できるだけ詳しく教えてもらえますか。',
  'なんだったか忘れてしまって……。',
  'お手すきの際にご回答いただけますと幸いです。',
  '分かる範囲で大丈夫です。',
]
const japaneseTopicEndings = [
  'について教えてもらえますか？',
  'について知りたいのですが、教えていただけないでしょうか。',
  'についてちょっと説明してほしいです。',
  'のことを教えてくれる？',
]
const englishPrefixes = [
  'Hi there, ',
  'Sorry to bother you, but ',
  'I was just wondering: ',
  'Quick question, ',
  'A colleague asked me this and I had no idea. ',
  'Hello! Could you please help me with something? ',
]
const englishSuffixes = [
  ' Thanks in advance!',
  ' Any help would be appreciated.',
  ' A short answer is fine.',
  ' Please let me know when you have a moment.',
  ' I could not find it anywhere.',
]

/** A question that ends in its topic: 「…は？」, 「…とは何ですか？」. */
const topicEnd = /(?:とは何ですか|って何ですか|とは|は)[？?]$/

/** Wraps a question in what people say to people; its own words stay, but for a closing 「…は？」. */
export const padQuestion: Damage = ({ question, language, random }) => {
  if (language === 'en') return pick(englishPrefixes, random) + question + pick(englishSuffixes, random)
  const prefix = pick(japanesePrefixes, random)
  if (topicEnd.test(question)) return prefix + question.replace(topicEnd, '') + pick(japaneseTopicEndings, random)
  return prefix + question + pick(japaneseSuffixes, random)
}
