/** Filters the table of questions, opens the one that a link names, and puts the choices of lists into the page's language. */
export const script = `
const form = document.querySelector('#filter')
const rows = [...document.querySelectorAll('table.questions tbody tr')]
const texts = new Map()
const getText = (row) => {
  if (!texts.has(row)) texts.set(row, row.textContent.normalize('NFKC').toLowerCase())
  return texts.get(row)
}
const filter = () => {
  const text = form.elements.text.value.normalize('NFKC').toLowerCase().trim()
  const kind = form.elements.kind.value
  const [name, value] = form.elements.state.value.split(':')
  let shown = 0
  for (const row of rows) {
    const matches =
      (kind === '' || row.dataset.kind === kind) &&
      (!name || row.dataset[name] === value || (value === 'low' && row.dataset.rank === 'none')) &&
      (text === '' || getText(row).includes(text))
    row.hidden = !matches
    if (matches) shown++
  }
  form.elements.count.value = shown + ' / ' + rows.length
}
form.addEventListener('input', filter)
form.addEventListener('submit', (event) => event.preventDefault())
const open = () => {
  const row = document.getElementById(decodeURIComponent(location.hash.slice(1)))
  if (!row || !rows.includes(row)) return
  form.reset()
  filter()
  row.querySelector('details').open = true
  row.scrollIntoView({ block: 'center' })
}
addEventListener('hashchange', open)
const speak = () => {
  const language = document.querySelector('input[name=language]:checked').value
  document.documentElement.lang = language
  for (const option of document.querySelectorAll('option[data-ja]')) option.textContent = option.dataset[language]
}
for (const input of document.querySelectorAll('input[name=language]')) input.addEventListener('change', speak)
speak()
filter()
open()
`
