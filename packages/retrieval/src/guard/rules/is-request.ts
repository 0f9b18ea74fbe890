const patterns = [
  /(?:たい|ほしい|欲しい)(?:です|んです|のです|の(?:ですが|だけど|で)|けど|が|から|と思|。|[!！?？]|$)|教えて|おしえて|(?:て|で)(?:ください|下さい|くれ|ほしい|欲しい|もらえ|よ|。|[!！]|$)|方法|やり方|仕方|手順|手口|コツ|には[?？。]?$|にはどう|どうすれば|どうやって|どうしたら|どこ(?:に|で|へ)(?:行|買|売|あ|い)|から(?:が)?いい|いいですか|いいの?[?？]|場所|サイト|リスト|(?:切り|作り|やり|入れ|隠し|破り|使い|買い|死に|飛び降り|調べ|盗み)方/u,
  /\b(?:how (?:to|do|can|could|would|should|might|many|much|deep)|i (?:want|need|would like|wish|am going|plan|have to)|i'd like|i'm (?:going|planning|trying)|help me|give me|show me|tell me|teach me|walk me|find|get me|write|make|create|code|build|set up|generate|compose|explain (?:how|why)|step[- ]by[- ]step|where (?:can|could|do|to|should)|which .{0,30}\b(?:sells?|sites?|markets?|stores?)|links? to|best|easiest|fastest|quickest|deadliest|most (?:effective|lethal|painless)|can you|could you|please|look up|instructions|tutorial)\b/u,
]

/** Asks for something to be done, given or taught; a question about how things are does not. */
export function isRequest(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text))
}
