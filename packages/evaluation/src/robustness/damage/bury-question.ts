import type { Damage } from './damage.js'
import { pick } from './pick.js'

const japaneseBefore = [
  '先週から社内の席替えがあって、窓側になったのはいいのですが、午後になると日差しがまぶしくて画面がよく見えません。ブラインドを下ろすと今度は隣の人に暗いと言われてしまい、なかなか難しいものです。それはさておき、別件で質問があります。',
  '昨日の打ち合わせでは長い時間ありがとうございました。お弁当もとてもおいしかったです。次回の日程は来月のはじめで調整していますので、都合の悪い日があればお知らせください。ところで、話の途中で出てきた件なのですが。',
  '週末は家族で山に行ってきました。途中で雨が降り出して頂上までは行けませんでしたが、帰りに寄った温泉がとても良くて、子どもたちは大喜びでした。写真はまた今度お見せします。さて、仕事の話に戻ります。',
  '最近は朝の電車が混んでいて、一本早い便に乗るようにしています。そのおかげで始業前に本を読む時間ができました。今朝も読んでいて、ふと疑問に思ったことがあります。',
]
const japaneseAfter = [
  '急ぎではないので、手が空いたときで大丈夫です。それから、来週の飲み会は駅前の店に決まりました。参加できるかどうか、金曜日までに返事をください。',
  'うまく説明できていなかったらすみません。あと、先日お借りした傘は明日お返しします。助かりました。',
  '話は変わりますが、コピー用紙がそろそろなくなりそうなので、総務の人に頼んでおきました。明日には届くと思います。',
]
const englishBefore = [
  'We moved desks last week, and while I like sitting by the window, the afternoon sun makes it hard to see anything on the screen, and the neighbours complain when I close the blinds. Anyway, I have a question about something else. ',
  'Thank you again for the long meeting yesterday, and for the lunch, which was excellent. We are looking for a date early next month, so please tell us which days do not suit you. By the way, something came up while we were talking. ',
  'We went hiking at the weekend and never reached the top because of the rain, but the hot spring on the way home made up for it and the children loved it. Now, back to work. ',
]
const englishAfter = [
  ' No hurry at all. Also, the dinner next week will be at the place by the station; please say by Friday whether you can come.',
  ' Sorry if that was not clear. I will give you back the umbrella tomorrow, it was a great help.',
]

/** Puts the question in the middle of a paragraph about something else. */
export const buryQuestion: Damage = ({ question, language, random }) =>
  language === 'en'
    ? pick(englishBefore, random) + question + pick(englishAfter, random)
    : pick(japaneseBefore, random) + closed(question) + pick(japaneseAfter, random)

/** Whoever goes on writing ends the sentence before. */
const closed = (question: string) => (/[。．.？?！!]$/.test(question) ? question : `${question}。`)
