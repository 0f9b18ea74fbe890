'use client'

import { gatedFigures, type QualityPolicy } from '@shutten/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState } from 'react'
import { type ApiError, callApi } from '../call-api'
import { ErrorNotice } from '../error-notice'

/** When golden questions are measured by themselves, and what an index must come to. Who may not change it sees it. */
export function PolicyForm({ policy, canChange }: { policy: QualityPolicy; canChange: boolean }) {
  const t = useTranslations('admin.quality')
  const router = useRouter()
  const [state, setState] = useState<{ asking?: boolean; saved?: boolean; error?: ApiError | undefined }>({})

  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (state.asking) return
    const fields = new FormData(event.currentTarget)
    const shares = (rule: 'least' | 'mostFall') =>
      Object.fromEntries(
        gatedFigures.map((figure) => {
          const said = String(fields.get(`${rule}.${figure}`) ?? '').trim()
          return [figure, said === '' ? null : Number(said) / 100]
        }),
      )
    setState({ asking: true })
    const { error } = await callApi({
      path: '/api/v1/quality/policy',
      method: 'PUT',
      json: {
        isGateOn: fields.has('isGateOn'),
        measuresSwitched: fields.has('measuresSwitched'),
        least: shares('least'),
        mostFall: shares('mostFall'),
      },
    })
    setState({ saved: !error, error })
    if (!error) router.refresh()
  }

  const number = (rule: 'least' | 'mostFall', figure: (typeof gatedFigures)[number]) => {
    const value = policy[rule][figure]
    return (
      <input
        type="number"
        name={`${rule}.${figure}`}
        min={0}
        max={100}
        step="any"
        inputMode="decimal"
        defaultValue={value === null ? '' : Math.round(value * 1_000) / 10}
        aria-label={t(`${rule}Of`, { figure: t(`figure.${figure}`) })}
        placeholder={t('any')}
        className="admin-input w-24"
      />
    )
  }

  return (
    <form onSubmit={save} onChange={() => setState({})} className="mt-4">
      <fieldset disabled={!canChange} className="min-w-0">
        <legend className="sr-only">{t('policy')}</legend>
        {(['measuresSwitched', 'isGateOn'] as const).map((name) => (
          <label key={name} className="flex min-h-11 items-start gap-3 py-2 text-small">
            <input type="checkbox" name={name} defaultChecked={policy[name]} className="mt-0.5 size-5 shrink-0" />
            <span>
              {t(name)}
              <span className="block text-note text-ink-2">{t(`${name}Hint`)}</span>
            </span>
          </label>
        ))}
        <table className="mt-2 text-small">
          <caption className="sr-only">{t('limits')}</caption>
          <thead>
            <tr className="text-note text-ink-2">
              <th scope="col" className="pe-4 text-start font-normal">
                {t('figureName')}
              </th>
              <th scope="col" className="pe-4 text-start font-normal">
                {t('least')}
              </th>
              <th scope="col" className="text-start font-normal">
                {t('mostFall')}
              </th>
            </tr>
          </thead>
          <tbody>
            {gatedFigures.map((figure) => (
              <tr key={figure}>
                <th scope="row" className="py-1 pe-4 text-start font-normal">
                  {t(`figure.${figure}`)}
                </th>
                <td className="py-1 pe-4">{number('least', figure)}</td>
                <td className="py-1">{number('mostFall', figure)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </fieldset>
      {canChange ? (
        <p className="mt-4 flex flex-wrap items-center gap-4">
          <button type="submit" className="button" aria-disabled={state.asking}>
            {t('savePolicy')}
          </button>
          <span role="status" className="text-small">
            {state.saved ? t('saved') : null}
          </span>
        </p>
      ) : (
        <p className="mt-3 text-small text-ink-2">{t('adminSets')}</p>
      )}
      {state.error ? (
        <div className="mt-4">
          <ErrorNotice error={state.error} />
        </div>
      ) : null}
    </form>
  )
}
