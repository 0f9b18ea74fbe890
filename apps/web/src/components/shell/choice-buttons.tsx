interface Choice {
  value: string
  label: string
  lang?: string
}

/** A row of submit buttons of which one is the present choice. */
export function ChoiceButtons(options: { name: string; legend: string; chosen: string; choices: readonly Choice[] }) {
  return (
    <fieldset>
      <legend className="mb-1.5 text-note text-ink-2">{options.legend}</legend>
      <div className="flex rounded-control border border-edge">
        {options.choices.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name={options.name}
            value={choice.value}
            lang={choice.lang}
            aria-pressed={choice.value === options.chosen}
            className="choice-button"
          >
            {choice.label}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
