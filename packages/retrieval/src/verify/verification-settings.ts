/** A logistic model of whether a stretch of a source holds a sentence: sigmoid(bias + Σ weight · feature). */
export interface SupportModel {
  bias: number
  /**
   * Share of the sentence's content words that the stretch holds, or what it stands under. Across languages: how many of
   * its names, numbers and dates are held, of three.
   */
  coverage: number
  /** Cosine of the two by the embedder, centred as the bundled one is. */
  cosine: number
}

export interface VerificationSettings {
  /** Changes with any number below. */
  version: string
  sameLanguage: SupportModel
  acrossLanguages: SupportModel
  /** Least probability at which a sentence without a flaw is supported, and in part. */
  supportedAt: number
  partialAt: number
  /** Coverage at which the words alone decide and nothing is embedded. */
  sureCoverage: number
  /** Stretches that are looked at closely, and embedded at most, for one sentence. */
  candidates: number
  candidatesAcross: number
}

export const defaultVerificationSettings: VerificationSettings = {
  version: '2026-11-22.2',
  sameLanguage: { bias: -29.6, coverage: 12, cosine: 24 },
  acrossLanguages: { bias: -31.3, coverage: 4, cosine: 40 },
  supportedAt: 0.5,
  partialAt: 0.25,
  sureCoverage: 0.9,
  candidates: 4,
  candidatesAcross: 60,
}
