import type { Operation } from './operation.js'
import type { WebPhase } from './strike.js'

/** The phase that an operation of the web server belongs to; null for what is not counted. */
export function classifyWebOperation(
  operation: Operation,
  place: { before: WebPhase | null; dataFolder: string },
): WebPhase | null {
  const { before, dataFolder } = place
  switch (operation.kind) {
    case 'sql':
      if (/^(?:INSERT INTO|UPDATE) (?:Conversation|Turn)\b/.test(operation.sql)) return 'turn'
      if (/^INSERT INTO (?:Job|JobItem)\b/.test(operation.sql)) return 'job'
      return /^COMMIT/.test(operation.sql) ? before : null
    case 'model':
      return 'answer'
    case 'file':
      return operation.path.startsWith(`${dataFolder}/uploads`) ? 'upload' : null
    case 'save-vectors':
      return null
    case 'respond':
      if (operation.method !== 'POST') return null
      if (operation.url.startsWith('/api/chat')) return 'stream'
      if (/^\/api\/v1\/(?:ask|search)/.test(operation.url)) return 'answer'
      return operation.url.startsWith('/api/v1/') ? 'job' : null
  }
}
