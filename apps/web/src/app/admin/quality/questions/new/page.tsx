import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { guessLanguage } from '@/chat/guess-language'
import { GoldenForm } from '@/components/admin/quality/golden-form'
import { requirePrincipal } from '@/server/auth/require-principal'
import { saveGolden } from '../actions'

type Parameters = Record<string, string | string[] | undefined>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin'))('quality.newTitle') }
}

/** A new golden question, filled in by the address where it comes from the playground or an answer. */
export default async function NewGoldenPage(props: { searchParams: Promise<Parameters> }) {
  const asked = await props.searchParams
  await requirePrincipal(`/admin/quality/questions/new?${toSearch(asked)}`)
  const t = await getTranslations('admin.quality')
  const list = (name: string) => [asked[name] ?? []].flat().map((value) => value.slice(0, 5_000))
  const [question = '', evidence = '', expects = 'answer'] = [
    list('question')[0],
    list('evidence')[0],
    list('expects')[0],
  ]
  // A document and the sentence of it that answers come as one, so that they can be chosen together.
  const chosen = list('passage').flatMap((value) => {
    const at = value.indexOf(' ')
    return at < 0 ? [{ document: value, text: '' }] : [{ document: value.slice(0, at), text: value.slice(at + 1) }]
  })
  return (
    <>
      <h1 className="text-title">{t('newTitle')}</h1>
      <GoldenForm
        action={saveGolden}
        known={null}
        fields={{
          question: question.trim().slice(0, 2_000),
          language: question ? guessLanguage(question) : '',
          kind: '',
          expects,
          answers: '',
          relevant: [...new Set([...list('document'), ...chosen.map(({ document }) => document)])].join('\n'),
          evidence: expects === 'refusal' ? '' : evidence || (chosen.find(({ text }) => text !== '')?.text ?? ''),
          isEnabled: 'on',
        }}
      />
    </>
  )
}

function toSearch(parameters: Parameters): URLSearchParams {
  return new URLSearchParams(
    Object.entries(parameters).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  )
}
