import { useId } from 'react'

interface Field {
  name: string
  label: string
  defaultValue: string
  hint?: string | null
}

/** A line of text, named above and explained below. */
export function TextField(options: Field & { required?: boolean; maxLength: number; mono?: boolean }) {
  const { name, label, defaultValue, hint, required, maxLength, mono = false } = options
  const about = useId()
  return (
    <div className="grid grid-cols-1 gap-1 text-small">
      <label className="grid grid-cols-1 gap-1">
        {label}
        <input
          name={name}
          defaultValue={defaultValue}
          required={required}
          maxLength={maxLength}
          autoCapitalize="none"
          autoComplete="off"
          spellCheck={false}
          aria-describedby={hint ? about : undefined}
          className={`admin-input min-w-0 ${mono ? 'font-mono' : ''}`}
        />
      </label>
      {hint ? (
        <span id={about} className="text-note text-ink-3">
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** Several values, each on a line of its own. */
export function LinesField({ name, label, defaultValue, hint }: Field) {
  const about = useId()
  return (
    <div className="grid grid-cols-1 gap-1 text-small">
      <label className="grid grid-cols-1 gap-1">
        {label}
        <textarea
          name={name}
          defaultValue={defaultValue}
          rows={2}
          spellCheck={false}
          aria-describedby={hint ? about : undefined}
          className="admin-input min-w-0 py-2 font-mono"
        />
      </label>
      {hint ? (
        <span id={about} className="text-note text-ink-3">
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** One of a few. */
export function SelectField(
  options: Field & { choices: readonly (readonly [value: string, label: string])[]; hidesLabel?: boolean },
) {
  const { name, label, defaultValue, choices, hint, hidesLabel = false } = options
  const about = useId()
  return (
    <div className="grid grid-cols-1 gap-1 text-small">
      <label className="grid grid-cols-1 gap-1">
        <span className={hidesLabel ? 'sr-only' : ''}>{label}</span>
        <select
          name={name}
          defaultValue={defaultValue}
          aria-describedby={hint ? about : undefined}
          className="admin-input min-w-0"
        >
          {choices.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      {hint ? (
        <span id={about} className="text-note text-ink-3">
          {hint}
        </span>
      ) : null}
    </div>
  )
}
