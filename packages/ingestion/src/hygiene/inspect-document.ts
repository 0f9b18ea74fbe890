import type { ExtractedDocument, HygieneFinding, HygieneKind, HygienePolicy } from '@shutten/core'
import { foldWidth } from './fold-width.js'
import type { FoundSpan } from './found-span.js'
import { findBankAccounts } from './identifiers/find-bank-accounts.js'
import { findCreditCards } from './identifiers/find-credit-cards.js'
import { findEmails } from './identifiers/find-emails.js'
import { findMyNumbers } from './identifiers/find-my-numbers.js'
import { findPhoneNumbers } from './identifiers/find-phone-numbers.js'
import { findPostalAddresses } from './identifiers/find-postal-addresses.js'
import { findInstructions } from './instructions/find-instructions.js'
import { getRuleText } from './rule-texts.js'
import { findSecrets } from './secrets/find-secrets.js'

type Inspected = Pick<ExtractedDocument, 'title' | 'text' | 'blocks'>

/** Each looks through a folded text; `context` is the document's title. */
const finders: Record<Exclude<HygieneKind, 'instruction'>, (folded: string, context: string) => FoundSpan[]> = {
  secret: findSecrets,
  'my-number': findMyNumbers,
  'credit-card': findCreditCards,
  'bank-account': findBankAccounts,
  email: findEmails,
  phone: findPhoneNumbers,
  'postal-address': findPostalAddresses,
}

/**
 * What a document's text and title hold that the policy does not allow, in order: the title's, then the text's. Kinds that
 * are allowed are not looked for. A place that two kinds claim is told once for each.
 */
export function inspectDocument(options: { document: Inspected; policy: HygienePolicy }): HygieneFinding[] {
  const { document, policy } = options
  const keep = policy.keep.map(normalize)
  const findings: HygieneFinding[] = []
  const title = foldWidth(document.title)
  for (const field of ['title', 'text'] as const) {
    const folded = field === 'title' ? title : foldWidth(document.text)
    const add = (kind: HygieneKind, spans: readonly FoundSpan[]) => {
      const action = policy.actions[kind]
      if (action === 'allow') return
      for (const { start, end, rule, severity } of spans) {
        const found = normalize(folded.slice(start, end))
        if (keep.some((kept) => found.includes(kept))) continue
        findings.push({ kind, rule, severity, action, field, start, end, reason: getRuleText({ kind, rule }) })
      }
    }
    for (const [kind, find] of Object.entries(finders) as [keyof typeof finders, (typeof finders)['secret']][])
      if (policy.actions[kind] !== 'allow') add(kind, find(folded, title))
    if (policy.actions.instruction !== 'allow')
      add('instruction', findInstructions(field === 'text' ? document : asDocument(document.title)))
  }
  return findings.sort((a, b) =>
    a.field === b.field ? a.start - b.start || b.end - a.end : a.field === 'title' ? -1 : 1,
  )
}

const normalize = (text: string) => foldWidth(text).toLowerCase()

const asDocument = (title: string): Inspected => ({
  title: '',
  text: title,
  blocks: [{ kind: 'paragraph', start: 0, end: title.length }],
})
