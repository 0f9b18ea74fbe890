import { foldText } from '@shutten/text'
import type { AnalyzedQuestion } from '../question/analyze-question.js'
import { sigmoid } from '../search/sigmoid.js'
import type { EvidenceCalibration } from './calibration.js'
import type { EvidenceFeatures } from './evidence-features.js'
import { isOtherRecord } from './is-other-record.js'
import { isReferenceList } from './is-reference-list.js'
import type { QuestionProbe } from './probe-question.js'
import type { ReadSentence } from './read-sentences.js'
import { weighEvidence } from './weigh-evidence.js'

export interface Judgement {
  features: EvidenceFeatures
  /** Log odds of `probability`. */
  logit: number
  /** That the sentence answers the question, 0 to 1. */
  probability: number
}

/** Logit of a passage that the reader was not asked about. */
export const unreadLogit = -6
const shortLength = 12

/**
 * How sure it is that a sentence answers the question. The reader alone is fooled when another thing has the asked
 * property, so what the question names and asks for counts too, and where the passage stands among those found.
 */
export function judgeEvidence(options: {
  question: AnalyzedQuestion
  probe: QuestionProbe
  sentence: ReadSentence
  /** The best logit of a passage that was read. */
  bestPassage: number
  calibration: EvidenceCalibration
}): Judgement {
  const { question, probe, sentence, bestPassage, calibration } = options
  const { passage, fused, reading } = sentence.from
  const above = [passage.title, ...passage.headingPath].join('\n')
  const isSameLanguage = question.language === passage.language
  const held = (texts: readonly string[]) => (isSameLanguage ? probe.shareOfNames(texts) : 0)
  const covered = (texts: readonly string[]) => (isSameLanguage ? probe.shareOfWords(texts) : 0)
  const relevance = reading?.relevance ?? unreadLogit
  const typed = probe.holdsType(sentence.text)
  const unit = probe.holdsUnit({ text: sentence.text, isSameLanguage })
  const { span } = sentence
  const pointed = span && passage.text.slice(span.start, span.end)
  const features: EvidenceFeatures = {
    sentence: sentence.relevance,
    passage: relevance,
    behind: relevance - bestPassage,
    rank: Math.min(3, sentence.passageRank),
    holdsSpan: Number(sentence.holdsPassageSpan),
    crossLingual: Number(!isSameLanguage),
    fused: fused.score,
    share: fused.share,
    ...probe.findMissing({ texts: [above, passage.text], isSameLanguage }),
    kinSaid: Number(
      probe.saysKin(sentence.text) ||
        isOtherRecord({ question: question.text, text: sentence.text, passage: passage.text, above }),
    ),
    otherSubject: Number(probe.hasOtherSubject({ text: sentence.text, above: `${above}\n${sentence.lead}` })),
    namesSaid: held([sentence.text]),
    wordsSaid: covered([sentence.text]),
    wordsAround: covered([above, passage.text]),
    propertySaid: isSameLanguage ? probe.shareOfProperty([sentence.text]) : 0,
    propertyAround: isSameLanguage ? probe.shareOfProperty([above, passage.text]) : 0,
    unitNotHeld: Number(unit === false),
    typeHeld: Number(typed === true),
    typeNotHeld: Number(typed === false),
    spanTyped: Number(!!pointed && probe.holdsType(pointed) === true),
    asksName: Number(probe.type === 'person' || probe.type === 'place'),
    asksDefinition: Number(question.kind === 'definition'),
    asksYesNo: Number(question.kind === 'yes-no'),
    asksList: Number(question.kind === 'list'),
    defines: Number(question.kind === 'definition' && probe.isDefinedBy(sentence)),
    inReferences: Number(isReferenceList(passage)),
    isShort: Number(foldText(sentence.text).length < shortLength),
    questionLength: Math.min(2, question.text.length / 40),
  }
  const logit = weighEvidence({ features, model: calibration.sentence })
  return { features, logit, probability: sigmoid(logit) }
}
