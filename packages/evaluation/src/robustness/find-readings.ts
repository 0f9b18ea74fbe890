import { commonReadings } from './common-readings.js'

/** A word in kanji and its reading in brackets behind it: 織田信長（おだ のぶなが、…）. */
const pair = /(?<![\p{Script=Han}々])([\p{Script=Han}々]{1,8})[（(]([\u3041-\u3096ー\s]{2,24})(?=[、，,；;）)])/gu
/** Kana a kanji that a reading has at least and at most; beyond, what is read is only the end of the run, or more than it. */
const [least, most] = [1.4, 4]

/**
 * Readings of words written in kanji: common ones, and those that the texts tell by a reading in brackets. Runs of kanji
 * that are more than the word read (首都東京（とうきょう）) are told by a reading too short for them.
 */
export function findReadings(texts: Iterable<string>): Map<string, string> {
  const readings = new Map(commonReadings)
  for (const text of texts)
    for (const [, word = '', kana = ''] of text.matchAll(pair)) {
      const reading = kana.replace(/\s/g, '')
      const rate = reading.length / word.length
      if (rate >= least && rate <= most && !readings.has(word)) readings.set(word, reading)
    }
  return readings
}
