import { ShuttenError } from '@shutten/core'
import type { z } from 'zod'

/** Checks what came in against its schema. Errors: INPUT_INVALID, which names each field and what is wrong with it. */
export function parseInput<T extends z.ZodType>(options: { schema: T; input: unknown; what: string }): z.infer<T> {
  const result = options.schema.safeParse(options.input)
  if (result.success) return result.data
  const problems = result.error.issues
    .slice(0, 5)
    .map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message))
  throw new ShuttenError({
    code: 'INPUT_INVALID',
    message: `The ${options.what} is not as expected: ${problems.join('; ')}.`,
    suggestion: 'Correct the named fields and send it again.',
  })
}
