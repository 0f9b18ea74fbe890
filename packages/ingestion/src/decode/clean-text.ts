// Line ends of every kind: CR LF, CR, NEL, LINE SEPARATOR, PARAGRAPH SEPARATOR, vertical tab, form feed.
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
// Terminal colour sequences lose their visible remains together with the escape character.
const terminalSequences = new RegExp(`${String.fromCharCode(0x1b)}\\[[0-9;]*[A-Za-z]`, 'g')
// Invisible characters that would break words apart or, as direction marks, show a quote in another order than it is stored:
// soft hyphen, zero width space, direction marks, word joiner, byte order mark.
const invisible = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g
// \p{Cn} would take letters with it that a later Unicode assigns; noncharacters are assigned for ever.
const unwanted = /(?![\n\t])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/gu

/**
 * Text as Shutten stores it: NFC, line ends `\n`, no control characters but `\n` and `\t`, no noncharacters,
 * no lone surrogates, no invisible format characters (joiners of emoji and Indic scripts stay).
 */
export function cleanText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(terminalSequences, '')
    .replace(invisible, '')
    .replace(unwanted, '')
    .normalize('NFC')
}
