interface SearchFormProps {
  /** The page that shows what is found, by its `q`. */
  action: string
  /** Of the field; one on a page. */
  id: string
  query: string
  labels: { search: string; placeholder: string; submit: string; clear: string }
  className?: string
}

/** A search that works without scripts. */
export function SearchForm({ action, id, query, labels, className = '' }: SearchFormProps) {
  return (
    <search>
      <form action={action} className={`flex flex-wrap items-center gap-2 ${className}`}>
        <label htmlFor={id} className="sr-only">
          {labels.search}
        </label>
        <input
          id={id}
          type="search"
          name="q"
          defaultValue={query}
          maxLength={400}
          placeholder={labels.placeholder}
          className="text-field min-w-0 flex-1"
        />
        <button type="submit" className="button button-primary">
          {labels.submit}
        </button>
        {query ? (
          <a href={action} className="quiet-button">
            {labels.clear}
          </a>
        ) : null}
      </form>
    </search>
  )
}
