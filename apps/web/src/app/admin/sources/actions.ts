'use server'

import { isShuttenError } from '@shutten/core'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'
import type { ApiError } from '@/components/admin/call-api'
import { recordChange } from '@/server/audit/record-change'
import { accessTable } from '@/server/auth/access-table'
import { authorizeAction } from '@/server/auth/authorize-action'
import { getServer } from '@/server/get-server'
import { toPublicError } from '@/server/http/to-public-error'
import { assertMayReach } from '@/server/sources/assert-may-reach'
import { readSourceFields, type SourceFields, toSourceInput } from '@/server/sources/read-source-form'
import { toSourceFields } from '@/server/sources/to-source-fields'

export interface SourceFormState {
  error: ApiError | null
  /** As they were sent, so that nothing is lost; null before. */
  fields: SourceFields | null
  /** As somebody else has saved them meanwhile, and when; null where nobody has. */
  theirs?: { fields: SourceFields; updatedAt: string } | null
}

/**
 * The form of a source: adds one, or changes the one that it names. Who is not signed in any more gets the form back; so
 * does who was not the first to change it, with what is there now.
 */
export async function saveSource(_before: SourceFormState, form: FormData): Promise<SourceFormState> {
  const fields = readSourceFields(form)
  const id = String(form.get('id') ?? '')
  const knownAt = String(form.get('updatedAt') ?? '')
  try {
    const principal = await authorizeAction('saveSource')
    const { sources, audit } = await getServer()
    const input = toSourceInput({ fields, isNew: id === '' })
    const before = id === '' ? null : await sources.get(id)
    assertMayReach({ role: principal?.role, input, before })
    const guard = Number.isNaN(Date.parse(knownAt)) ? {} : { unlessChangedSince: knownAt }
    const { name } = id === '' ? await sources.add(input) : await sources.edit(id, input, guard)
    const { audit: action } = accessTable['action saveSource']
    const note = { target: name, details: { isNew: id === '' } }
    await recordChange({ audit, action, headers: await headers(), principal, note })
  } catch (error) {
    const theirs = isShuttenError(error) && error.code === 'SOURCE_CHANGED' ? await findTheirs(id) : null
    return { error: toPublicError(error), fields, theirs }
  }
  redirect('/admin/sources')
}

async function findTheirs(id: string): Promise<SourceFormState['theirs']> {
  const source = await (await getServer()).sources.get(id).catch(() => null)
  return source && { fields: toSourceFields(source), updatedAt: source.updatedAt }
}
