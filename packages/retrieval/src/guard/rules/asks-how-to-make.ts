const patterns = [
  /(?:何|なに|どれ|どんな(?:もの|薬品|洗剤|材料))[^。？?]{0,10}(?:混ぜ|合わせ|組み合わせ|用意す|必要)|(?:発生|爆発|起爆|暴発)させ(?:る(?:方法|には|手順)|たい)|発生させるには|作り方|つくり方|造り方|作製方法|作成方法|作成手順|作る(?:方法|手順|には|やり方|材料)|つくる(?:方法|には)|作りたい|つくりたい|造りたい|製造(?:方法|手順|する(?:方法|手順|には)|したい)|製造法|製法|合成(?:方法|手順|経路|ルート|したい|する(?:方法|手順|には))|自作|密造(?:する|したい|方法|の(?:方法|手順))|手作り|組み立て(?:方|方法|たい|る(?:方法|手順|には))|レシピ|調合|精製(?:方法|したい|する(?:方法|には))|培養(?:方法|したい|する(?:方法|には))|濃縮(?:方法|したい|する(?:方法|には))|改造(?:方法|したい|する(?:方法|には)|の(?:仕方|やり方|手順))|3d ?プリント|3dプリンタ|設計図|(?:どうやって|どうすれば|どのようにすれば|どうしたら)[^。？?]{0,16}(?:作|つく|造|製造|合成|組み立て|精製|培養|濃縮)/u,
  /\bwhat (?:household |common |everyday )?(?:chemicals|products|items|things|ingredients|materials|parts|tools|do i (?:mix|combine|need|use)|should i (?:mix|combine|buy|use))\b|\bturn\b.{0,30}\binto an? \b|\b(?:how (?:to|do|can|would|could|should|might)|ways? (?:to|of)|steps? (?:to|for|by)|instructions?|recipe|guide|tutorial|blueprints?|schematics?|formula|procedure|method|teach me|show me|tell me|help me|i (?:want|need|would like|'d like) to|explain)\b.{0,50}\b(?:mak(?:e|ing)|build(?:ing)?|creat(?:e|ing)|construct(?:ing)?|assembl(?:e|ing|y)|synthesi[sz](?:e|ing)|synthesis|manufactur(?:e|ing)|produc(?:e|ing)|cook(?:ing)?|brew(?:ing)?|prepar(?:e|ing)|extract(?:ing)?|print(?:ing)?|enrich(?:ing)?|weaponi[sz](?:e|ing)|cultur(?:e|ing)|grow(?:ing)?|convert(?:ing)?|modify(?:ing)?|mix(?:ing)?)\b/u,
  /\b(?:recipe|blueprints?|instructions?|schematics?|synthesis(?: route)?|step[- ]by[- ]step|diy|homemade|home[- ]made)\b/u,
]

/** A question that asks how something is made, in words of both languages. */
export function asksHowToMake(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}
