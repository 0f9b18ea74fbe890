const references = /^(出典|参考文献|参考資料|脚注|sources?|references|bibliography)$/i

/** Whether a passage stands in a list of references at the foot of an article. */
export function isReferenceList({ headingPath }: { headingPath: readonly string[] }): boolean {
  return references.test(headingPath.at(-1)?.trim() ?? '')
}
