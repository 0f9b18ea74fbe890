import type { JobAction } from '@/server/http/change-job'
import type { JobView } from '@/server/http/describe-job'

/** What makes sense for a job in its state. */
export function listJobActions({ status, result }: Pick<JobView, 'status' | 'result'>): JobAction[] {
  switch (status) {
    case 'queued':
    case 'running':
      return ['pause', 'cancel']
    case 'paused':
      return ['resume', 'cancel']
    case 'failed':
      return ['retry']
    case 'succeeded':
      return result && 'failed' in result && result.failed.length > 0 ? ['retry'] : []
    case 'cancelled':
      return []
  }
}
