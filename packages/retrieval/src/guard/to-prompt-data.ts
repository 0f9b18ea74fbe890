import { removeInvisible } from './reveal-text.js'

const open = '[<＜﹤〈‹≺⟨]'
const close = '[>＞﹥〉›≻⟩]'
/** `</passages>` and its kin, however they are spaced, written in full width or left open. */
const delimiter = new RegExp(
  `${open}\\s*([/／⁄∕]?)\\s*(passages?|question|conversation|history|system|instructions?|documents?|context|user|assistant|human)(?=[\\s>＞﹥〉›≻⟩/]|$)`,
  'gimu',
)
/** What chat templates put between turns: `<|im_start|>`, `<start_of_turn>`, `[INST]`, `<<SYS>>`, `</s>`. */
const templateTokens = [
  new RegExp(`${open}\\s*[|｜]([^|｜<>\\n]{1,40})[|｜]\\s*${close}`, 'gu'),
  new RegExp(
    `${open}{1,2}\\s*/?(sys|s|bos|eos|start_of_turn|end_of_turn|begin_of_text|eot_id)\\s*${close}{1,2}`,
    'giu',
  ),
  /[[［]\s*\/?(inst|system_prompt|available_tools|tool_calls|tool_results)\s*[\]］]/giu,
]
const fakeTurn =
  /^([ \t#*>]*)(human|assistant|system|user|developer|tool|人間|アシスタント|システム|ユーザー|開発者)([ \t*]*)[:：]/gimu

/**
 * A text as it may stand in a delimited part of a prompt: it can neither close that part nor begin a turn of its own, and
 * holds no character that a person would not see. What the text says stays readable.
 */
export function toPromptData(text: string): string {
  return templateTokens
    .reduce((safe, token) => safe.replace(token, '‹$1›'), removeInvisible(text).replace(delimiter, '‹$1$2'))
    .replace(fakeTurn, '$1$2$3 –')
}
