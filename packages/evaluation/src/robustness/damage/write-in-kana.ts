import type { Damage } from './damage.js'

/** Behind other letters a kanji is an ending (パラメータ数, 2022年) and read otherwise. */
const hanRun = /(?<![\p{Script=Han}\p{Script=Katakana}\p{Script=Latin}\p{Nd}ー々])[\p{Script=Han}々]+/gu

/**
 * Writes in kana what the question has in kanji: each run of kanji that is a word of known reading. Words of unknown
 * reading stay, as they do for someone who converts some and not others.
 */
export const writeInKana: Damage = ({ question, readings }) => {
  const written = question.replace(hanRun, (run) => readings.get(run) ?? run)
  return written === question ? null : written
}
