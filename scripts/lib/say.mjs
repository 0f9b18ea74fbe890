/** Words of the set-up scripts; on stderr, so that stdout stays the command's own. */
export const say = (text) => process.stderr.write(`${text}\n`)

/** Ends the process with what happened and what to do next, in the form every command uses. */
export function stop({ code, message, suggestion, status = 1 }) {
  say(`error[${code}] ${message}\n  → ${suggestion}`)
  process.exit(status)
}
