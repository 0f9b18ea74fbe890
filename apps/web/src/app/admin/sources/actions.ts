'use server'

import { ShuttenError } from '@shutten/core'
import { redirect } from 'next/navigation'
import type { ApiError } from '@/components/admin/call-api'
import { requireAdmin } from '@/server/auth/require-admin'
import { getServer } from '@/server/get-server'
import { toPublicError } from '@/server/http/to-public-error'
import { readSourceFields, type SourceFields, toSourceInput } from '@/server/sources/read-source-form'

export interface SourceFormState {
  error: ApiError | null
  /** As they were sent, so that nothing is lost; null before. */
  fields: SourceFields | null
}

/** The form of a source: adds one, or changes the one that it names. Next itself refuses what another site posts. */
export async function saveSource(_before: SourceFormState, form: FormData): Promise<SourceFormState> {
  const { role } = await requireAdmin('/admin/sources')
  const fields = readSourceFields(form)
  const id = String(form.get('id') ?? '')
  try {
    // A source reads files of this machine: editors look after its documents, not after what it reaches.
    if (role !== 'admin')
      throw new ShuttenError({
        code: 'FORBIDDEN',
        message: 'Only an admin may add or change sources.',
        suggestion: 'Ask an admin to do it.',
      })
    const { sources } = await getServer()
    const input = toSourceInput({ fields, isNew: id === '' })
    if (id === '') await sources.add(input)
    else await sources.edit(id, input)
  } catch (error) {
    return { error: toPublicError(error), fields }
  }
  redirect('/admin/sources')
}
