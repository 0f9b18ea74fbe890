/** A stretch of a text: UTF-16 code units, `end` exclusive. */
export interface TextSpan {
  start: number
  end: number
}
