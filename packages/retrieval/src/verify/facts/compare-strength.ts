/** Ways to claim more than is written; each class in both languages. */
const boosters: readonly RegExp[] = [
  /最[も大高良強小新低多少長短速先]|一番|随一|史上|\b(?:most|best|largest|smallest|biggest|greatest|highest|fastest|leading|state[- ]of[- ]the[- ]art)\b/iu,
  /唯一|\b(?:the only|sole(?:ly)?|unique(?:ly)?)\b/iu,
  /初めて|初の|世界初|\b(?:the first|first[- ]ever|pioneer\p{L}*)\b/iu,
  /すべて|全て|全(?:員|部|社員|店|ページ|期間|国民)|あらゆる|いかなる|どんな[^。、]{1,10}も|完全に|完璧|全く|まったく|\b(?:all|every|any|completely|entirely|fully|perfect(?:ly)?|totally|always)\b/iu,
  /常に|必ず|絶対に?|いつでも|確実に|保証|\b(?:always|never|guarantee[sd]?|certainly|definitely|surely|invariably)\b/iu,
  /圧倒的|劇的|飛躍的|大幅に|革命的|画期的|驚異的|はるかに|極めて|\b(?:dramatic(?:ally)?|drastic(?:ally)?|revolutionary|overwhelming(?:ly)?|groundbreaking|massive(?:ly)?|far (?:more|better|superior)|vastly|hugely)\b/iu,
  /世界(?:中|一|最)|\b(?:in the world|world['’]s|worldwide|globally)\b/iu,
  /のみ(?!ならず)|だけ(?!で(?:な|は))|しか|に限[らりるっ]|\b(?:only|exclusively|nothing but)\b/iu,
  /証明|実証|立証|\b(?:prove[sdn]?|proven|demonstrated conclusively)\b/iu,
]
/** Ways to claim less: a source that says so does not hold the plain statement. */
const hedges: readonly RegExp[] = [
  /可能性|かもしれ|おそれ|恐れ|懸念|\b(?:may|might|could|possibl[ey]|potential(?:ly)?|risk)\b/iu,
  /場合が|ことが(?:あ|多)|ときがあ|こともあ|やすい|やすく|\b(?:sometimes|can|tend(?:s|ed)? to|in some cases|often|may)\b/iu,
  /予定|計画|目標|目指|見込|見通し|今後|将来|来[年月週]|\b(?:will|next (?:year|month|week)|plan(?:s|ned)?|aim(?:s|ed)?|goal|target|expect(?:s|ed)?|intend(?:s|ed)?)\b/iu,
  /と(?:され|みられ|見られ|考えられ|いわれ|言われ)|とは限ら|\b(?:reported(?:ly)?|alleged(?:ly)?|thought to|believed to|considered|said to|seem(?:s|ed)?)\b/iu,
  /発表当初|当時|発表時|公開時|\b(?:at the time|then|initially|originally|when (?:it was )?(?:released|announced|published))\b/iu,
]

export interface Strength {
  /** It says more than the source: 最も, all, always. */
  isExaggerated: boolean
  /** It leaves out what the source is careful to say: 可能性がある, 目標. */
  isUnhedged: boolean
}

/** Does a sentence claim more, or more surely, than its source? */
export function compareStrength(options: { said: string; held: string }): Strength {
  const { said, held } = options
  return {
    isExaggerated: boosters.some((class_) => class_.test(said) && !class_.test(held)),
    isUnhedged: hedges.slice(0, 3).some((class_) => class_.test(held)) && !hedges.some((class_) => class_.test(said)),
  }
}
