'use server'

import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ApiError } from '@/components/admin/call-api'
import { recordChange } from '@/server/audit/record-change'
import { accessTable } from '@/server/auth/access-table'
import { authorizeAction } from '@/server/auth/authorize-action'
import { getServer } from '@/server/get-server'
import { parseInput } from '@/server/http/parse-input'
import { toPublicError } from '@/server/http/to-public-error'
import { type GoldenFields, readGoldenFields, toGoldenInput } from '@/server/quality/golden-form'
import { goldenInputSchema } from '@/server/quality/golden-input'

export interface GoldenFormState {
  error: ApiError | null
  /** As they were sent, so that nothing is lost; null before. */
  fields: GoldenFields | null
}

/** The form of a golden question: adds one, or changes the one that it names as it was looked at. */
export async function saveGolden(_before: GoldenFormState, form: FormData): Promise<GoldenFormState> {
  const fields = readGoldenFields(form)
  const id = String(form.get('id') ?? '')
  try {
    const principal = await authorizeAction('saveGolden')
    const { quality, audit } = await getServer()
    const input = parseInput({ schema: goldenInputSchema, input: toGoldenInput(fields), what: 'question' })
    const question = { ...input, by: principal?.name ?? '' }
    if (id === '') await quality.questions.save([question])
    else await quality.questions.change({ question: { ...question, id }, seen: String(form.get('seen') ?? '') })
    const { audit: action } = accessTable['action saveGolden']
    const note = { target: input.question, details: { isNew: id === '' } }
    await recordChange({ audit, action, headers: await headers(), principal, note })
  } catch (error) {
    return { error: toPublicError(error), fields }
  }
  redirect('/admin/quality/questions')
}
