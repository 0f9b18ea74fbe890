/** The tokens are those of docs/design.md: ink for what is said, vermilion for what leads to a source. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#f7f7f4, #121516);
  --sheet: light-dark(#ffffff, #1b1f20);
  --ink: light-dark(#16191a, #e8eae7);
  --ink-2: light-dark(#4a4f50, #b7bcba);
  --ink-3: light-dark(#646969, #949a98);
  --rule: light-dark(#d9dbd7, #2f3536);
  --edge: light-dark(#858a89, #737a79);
  --shu: light-dark(#b92d12, #ff8a6b);
  --wash: light-dark(#fbe7e0, #43241b);
  --bar: light-dark(#aeb3b1, #5b6261);
}
:root:has(#theme-light:checked) { color-scheme: light }
:root:has(#theme-dark:checked) { color-scheme: dark }
:root:has(#language-ja:checked) .l[lang=en], :root:has(#language-en:checked) .l[lang=ja] { display: none }
* { box-sizing: border-box }
body {
  margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 3rem) 4rem; max-width: 70rem;
  background: var(--paper); color: var(--ink); text-autospace: normal; line-break: strict;
  font: 0.9375rem/1.7 "Hiragino Sans", "Hiragino Kaku Gothic ProN", "Yu Gothic UI", "Yu Gothic Medium", "Noto Sans CJK JP", "Noto Sans JP", Meiryo, system-ui, sans-serif;
}
h1, h2, h3 { font-family: "Shippori Mincho", "Hiragino Mincho ProN", "Yu Mincho", YuMincho, "Noto Serif CJK JP", "Noto Serif JP", serif; font-weight: 600; line-height: 1.4; text-wrap: balance; overflow-wrap: anywhere }
h1 { font-size: 2rem; margin: 0.5rem 0 0.25rem }
h2 { font-size: 1.5rem; margin: 0 0 0.5rem; padding-top: 1rem; border-top: 2px solid var(--ink) }
h3 { font-size: 1.1875rem; margin: 0 0 0.5rem }
section { margin-top: 3rem }
small, .note, figcaption { color: var(--ink-2); font-size: 0.8125rem; line-height: 1.6 }
.note { margin: 0 0 1rem; max-width: 48rem; overflow-wrap: anywhere }
code { font: 0.8125rem/1.5 ui-monospace, SFMono-Regular, "Cascadia Mono", Menlo, Consolas, "Noto Sans Mono CJK JP", monospace; overflow-wrap: anywhere }
a { color: inherit; text-underline-offset: 0.2em }
:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px }
header { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; justify-content: space-between; align-items: start }
header p { margin: 0; color: var(--ink-2); overflow-wrap: anywhere }
.choices { display: flex; flex-wrap: wrap; gap: 0.75rem }
fieldset { border: 1px solid var(--edge); border-radius: 4px; margin: 0; padding: 0; display: flex; overflow: hidden }
fieldset:has(:focus-visible) { outline: 2px solid var(--ink); outline-offset: 2px }
fieldset input { position: absolute; opacity: 0; width: 1px; height: 1px }
fieldset label { padding: 0.6rem 0.8rem; font-size: 0.875rem; line-height: 1.4; cursor: pointer; min-height: 44px; display: grid; align-items: center }
fieldset :checked + label { background: var(--ink); color: var(--paper) }
legend, .hidden { position: absolute; clip-path: inset(50%); width: 1px; height: 1px; overflow: hidden; white-space: nowrap }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 0 1.5rem; margin: 2rem 0 0 }
.tiles div { border-top: 1px solid var(--edge); padding: 0.7rem 0 1.2rem; display: flex; flex-direction: column; justify-content: space-between }
.tiles dt { color: var(--ink-2); font-size: 0.8125rem; line-height: 1.5 }
.tiles dd { margin: 0; font-size: 1.5rem; line-height: 1.5; font-variant-numeric: tabular-nums }
.tiles small { display: block; font-size: 0.75rem }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); gap: 2.5rem clamp(1.5rem, 4vw, 3rem); align-items: start }
figure { margin: 0; min-width: 0 }
.panel { min-width: 0 }
figcaption { margin-top: 0.5rem }
.scroll { overflow-x: auto }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums }
th, td { text-align: right; padding: 0.3rem 0 0.3rem 0.9rem; border-bottom: 1px solid var(--rule); font-weight: 400; vertical-align: middle; white-space: nowrap }
th:first-child, td:first-child { text-align: left; padding-left: 0 }
thead th, thead td { color: var(--ink-2); font-size: 0.75rem; vertical-align: bottom }
tbody th { white-space: normal; line-height: 1.5; overflow-wrap: break-word }
tbody th code { overflow-wrap: break-word }
tbody th small { display: block; font-size: 0.75rem }
.panel tbody th small { display: inline; color: var(--ink-3) }
.strips td:nth-last-child(1):has(svg), .strips.wide td:has(svg) { width: 38% }
.strips tbody th { width: 26% }
.strips .spare { color: var(--ink-2); font-size: 0.8125rem }
.panel .strips td:has(svg) { width: 32% }
.strip { display: block; width: 100%; min-width: 6rem; height: 1.5rem; overflow: visible }
.scale { display: flex; justify-content: space-between; min-width: 6rem; color: var(--ink-3); font-size: 0.75rem }
.bar { fill: var(--bar) }
.axis { stroke: var(--edge) }
.grid { stroke: var(--rule) }
.whisker { stroke: var(--ink); stroke-width: 1.5 }
.plot { display: block; overflow: visible; width: 100%; max-width: 32rem; height: auto }
.plot text { fill: var(--ink-2); font-size: 11px; font-variant-numeric: tabular-nums }
.band { fill: var(--bar); fill-opacity: 0.35 }
.line { fill: none; stroke: var(--ink); stroke-width: 2 }
.before { fill: none; stroke: var(--ink-3); stroke-width: 1.5; stroke-dasharray: 5 4 }
.mark { stroke: var(--ink); stroke-width: 2 }
.dot { fill: var(--ink); fill-opacity: 0.85 }
.hollow { fill: var(--paper); stroke: var(--ink-3); stroke-width: 1.5 }
details > summary { cursor: pointer; padding: 0.6rem 0; font-size: 0.875rem; color: var(--ink-2) }
details ul { margin: 0; padding-left: 1.25rem }
.changes { margin: -0.5rem 0 } .pair:has(> .changes) { gap: 0 3rem; margin-top: 1rem }
.changes ul, .fallen { max-height: 20rem; overflow: auto }
.fallen li { margin-bottom: 0.4rem; overflow-wrap: anywhere }
.confusion { width: auto; min-width: min(100%, 22rem) }
.confusion td, .confusion th { text-align: center; padding: 0.8rem 1.2rem; border: 1px solid var(--rule) }
.confusion thead td { border: 0 }
.confusion b { display: block; font-size: 1.5rem; font-weight: 400; line-height: 1.3 }
.confusion .good { outline: 2px solid var(--ink); outline-offset: -2px; background: var(--sheet) }
#filter { display: flex; flex-wrap: wrap; gap: 0.75rem 1rem; align-items: end; margin: 1rem 0 }
#filter label { display: grid; gap: 0.15rem; font-size: 0.8125rem; color: var(--ink-2); min-width: 0 }
#filter input, #filter select { font: inherit; font-size: 1rem; color: var(--ink); background: var(--sheet); border: 1px solid var(--edge); border-radius: 4px; padding: 0.5rem 0.6rem; min-height: 44px; max-width: 100% }
#filter output { margin-left: auto; padding: 0.6rem 0; font-variant-numeric: tabular-nums }
.questions { table-layout: fixed }
.questions th, .questions td { text-align: left; vertical-align: top; white-space: normal; line-height: 1.6; padding-block: 0 }
.questions thead th { padding-block: 0.3rem }
.questions td { padding-block: 0.6rem }
.questions td:nth-child(2) { padding-block: 0 }
.questions th:nth-child(1) { width: 5.5rem }
.questions th:nth-child(3) { width: 9.5rem }
.questions th:nth-child(4), .questions th:nth-child(5) { width: 5.5rem }
.questions td { font-size: 0.875rem; color: var(--ink-2); overflow-wrap: anywhere }
.questions summary { color: var(--ink); font-size: 0.9375rem }
.mark { font-size: 1rem }
tr:target { background: var(--sheet) }
.questions dl, .run { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1rem; margin: 0 0 1rem; color: var(--ink) }
.questions dt, .run dt { color: var(--ink-3); font-size: 0.8125rem }
.questions dd, .run dd { margin: 0; white-space: pre-line; overflow-wrap: anywhere }
.questions ol { margin: 0; padding-left: 1.25rem; white-space: normal }
.questions .hit { font-weight: 600 }
.citations { list-style: none; padding: 0 !important; white-space: normal }
.citations li { margin-bottom: 0.4rem }

.number { color: var(--shu) }
q { background: var(--wash); quotes: none; padding: 0.1em 0.2em; box-decoration-break: clone; -webkit-box-decoration-break: clone }
cite { font-style: normal; color: var(--ink-2); font-size: 0.8125rem }
@media (max-width: 46rem) {
  .spare { display: none }
  .strips tbody th { width: 46% }
  .strips td:has(svg), .strips.wide td:has(svg), .panel .strips td:has(svg) { width: 34% }
  .confusion td, .confusion th { padding: 0.6rem 0.5rem }
  .questions th:nth-child(3), .questions td:nth-child(3), .questions th:nth-child(5), .questions td:nth-child(5) { display: none }
  .questions th:nth-child(1) { width: 2rem }
  .questions td:nth-child(1) .l, .questions th:nth-child(1) { font-size: 0; white-space: nowrap; overflow: hidden }
  .questions th:nth-child(4) { width: 2.75rem }
  .questions dl, .run { grid-template-columns: minmax(0, 1fr); gap: 0 }
  .questions dd, .run dd { margin-bottom: 0.5rem }
  #filter label { flex: 1 1 8rem }
  #filter input, #filter select { width: 100% }
}
@media (prefers-contrast: more) { :root { --ink-2: var(--ink); --ink-3: var(--ink); --rule: var(--edge) } }
@media print { .choices, #filter { display: none } body { padding: 0 } section { break-inside: avoid } #questions { break-before: page } }
`
