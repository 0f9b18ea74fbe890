const asks =
  /[？?][」』）)]*\s*$|(?:です|ます|でした|ました|ません|でしょう|だろう|なの|の|[いたるん]|[\p{Script=Han}\p{Script=Katakana}ー]|なに|だれ|どこ|いつ)か[。.\s]*$|[^でにとの]は[。.\s]*$|(?:何|誰|いつ|どこ|いくつ|いくら)(?:と(?:いう|呼ぶ|言う))?[。.\s]*$|(?:教えて|お聞かせ|知りたい|説明して|挙げて|比べて)[^。？?]{0,16}[。.\s]*$|^(?:what|who|whom|whose|when|where|which|why|how|is|are|was|were|do|does|did|can|could|tell me|explain|list)\b/iu

/** Whether a sentence asks something, by its ending or its first word. Key words alone do not. */
export function isAsking(sentence: string): boolean {
  return asks.test(sentence)
}
