const patterns = [
  /誰|だれ|いつ|何年|何世紀|何時代|どこの国|どこで|どの国|何という|なんという|何と呼|なぜ|何故|歴史|発明|開発した|開発者|開発され|考案|史上|条約|禁止|規制|法律|違法|合法|罰則|処罰|事件|対策|防止|防ぐ|予防|見分け|検知|検出|探知|除去|処理班|廃棄|小説|映画|作品|登場人物|題名|研究者|製造元|メーカー|製造していた|製造された|処方|医師|治療|服用|患者|許可|免許|条件|届出|制度|罪|刑|定義|とは何|とは、|使われた|使用された/u,
  /\b(?:who|when|where|why|which (?:country|year|war|company|nation|city)|what (?:year|country|company|law)|history|historical|invent(?:ed|or)|discover(?:ed|y|er)|treat(?:y|ies)|bann?(?:ed)?|laws?|legal|illegal|regulat\w+|prevent\w*|detect\w*|protect\w*|defus\w+|dispos\w+|dismantl\w+|prescri\w+|patients?|doctors?|hospital|treatment|therap\w+|licen[sc]e\w*|permit\w*|penalt\w+|definition|novel|film|movie|was|were|did)\b/u,
]

/** A question about a matter: who, when, why, its history, its law, the protection from it. */
export function asksAbout(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}
