import { type ReactNode, useId } from 'react'

interface Field {
  label: string
  hint?: ReactNode
  /** The environment decides, by this variable. */
  fixedBy?: string | null | undefined
}

function Framed(options: Field & { children: (about: string | undefined) => ReactNode }) {
  const { label, hint, fixedBy, children } = options
  const about = useId()
  const said = hint || fixedBy
  return (
    <div className="grid min-w-0 grid-cols-1 content-start gap-1 text-small">
      {/* biome-ignore lint/a11y/noLabelWithoutControl: the children are the control. */}
      <label className="grid grid-cols-1 gap-1">
        {label}
        {children(said ? about : undefined)}
      </label>
      {said ? (
        <span id={about} className="text-note text-ink-2">
          {fixedBy ? <code className="font-mono">{fixedBy}</code> : null}
          {fixedBy && hint ? ' · ' : null}
          {hint}
        </span>
      ) : null}
    </div>
  )
}

/** A line of text, or a number. */
export function SettingInput(
  options: Field & {
    value: string
    onChange: (value: string) => void
    type?: 'text' | 'number' | 'url' | 'password'
    required?: boolean
    min?: number
    max?: number
    step?: number
    maxLength?: number
    placeholder?: string | undefined
  },
) {
  const { label, hint, fixedBy, onChange, type = 'text', ...input } = options
  return (
    <Framed label={label} hint={hint} fixedBy={fixedBy}>
      {(about) => (
        <input
          {...input}
          type={type}
          inputMode={type === 'number' ? 'decimal' : undefined}
          autoComplete={type === 'password' ? 'new-password' : 'off'}
          autoCapitalize="none"
          spellCheck={false}
          aria-describedby={about}
          onChange={(event) => onChange(event.target.value)}
          className="admin-input min-w-0"
        />
      )}
    </Framed>
  )
}

/** One of a few. */
export function SettingSelect<Value extends string>(
  options: Field & {
    value: Value
    onChange: (value: Value) => void
    choices: readonly (readonly [value: Value, label: string])[]
  },
) {
  const { label, hint, fixedBy, value, onChange, choices } = options
  return (
    <Framed label={label} hint={hint} fixedBy={fixedBy}>
      {(about) => (
        <select
          value={value}
          disabled={Boolean(fixedBy)}
          aria-describedby={about}
          onChange={(event) => onChange(event.target.value as Value)}
          className="admin-input min-w-0"
        >
          {choices.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Framed>
  )
}

/** Several values, each on a line of its own. */
export function SettingLines(options: Field & { value: string; onChange: (value: string) => void }) {
  const { label, hint, value, onChange } = options
  return (
    <Framed label={label} hint={hint}>
      {(about) => (
        <textarea
          value={value}
          rows={3}
          spellCheck={false}
          aria-describedby={about}
          onChange={(event) => onChange(event.target.value)}
          className="admin-input min-w-0 py-2"
        />
      )}
    </Framed>
  )
}

/** One of two or three that need words. */
export function SettingRadios<Value extends string>(options: {
  name: string
  label: string
  fixedBy?: string | null | undefined
  value: Value
  onChange: (value: Value) => void
  choices: readonly (readonly [value: Value, label: string, text: string])[]
}) {
  const { name, label, fixedBy, value, onChange, choices } = options
  return (
    <fieldset className="grid min-w-0 gap-1" disabled={Boolean(fixedBy)}>
      <legend className="text-small">
        {label}
        {fixedBy ? <code className="ms-2 font-mono text-note text-ink-2">{fixedBy}</code> : null}
      </legend>
      {choices.map(([one, text, more]) => (
        <label key={one} className="flex min-h-11 items-baseline gap-3 text-small">
          <input
            type="radio"
            name={name}
            checked={one === value}
            onChange={() => onChange(one)}
            className="size-4 translate-y-0.5"
          />
          <span>
            {text}
            <span className="block text-note text-ink-2">{more}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
