import type { ItemFailure } from '@shutten/core'
import type { LeftOutReason, SourcePreview } from './source-preview.js'

/** What a preview leaves out: all of it counted, the first of each reason named. */
export function createLeftOutList(options: { shown: number; toName: (uri: string) => string }) {
  const { shown, toName } = options
  const list: SourcePreview['leftOut'] = { count: 0, byReason: {}, first: [] }
  const each = Math.ceil(shown / 4)
  return {
    list,
    add(item: { uri: string; reason: LeftOutReason; pattern?: string | null; failure?: ItemFailure }) {
      const { uri, reason, pattern = null, failure = null } = item
      const before = list.byReason[reason] ?? 0
      list.count += 1
      list.byReason[reason] = before + 1
      // A thousand pictures must not hide the one file that a pattern leaves out.
      if (before < each) list.first.push({ name: toName(uri), reason, pattern, failure })
    },
  }
}
