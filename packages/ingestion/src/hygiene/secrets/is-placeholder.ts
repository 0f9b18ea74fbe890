const words =
  /^(?:x+|\*+|\.+|-+|_+|•+|●+|[#?]+|(?:your|my|the|some|enter|insert|example|sample|dummy|test|fake|change|replace)[-_ ]?.*|.*(?:example|placeholder|changeme|redacted|dummy|xxxx|\*{4}|\.\.\.|…|●●).*|pass(?:word|wd)?|pwd|secret|token|key|user|username|null|none|nil|true|false|undefined|string|number|boolean|required|optional|todo|n\/?a|hidden|masked|unset|empty)$/iu
const code =
  /^[$<{[(%&]|\$\{|\{\{|process\.env|os\.environ|getenv|^env[.:(]|^[a-z_][\w.]*[([]|^[a-z]+(?:\.[a-z][\w]*)+$|=>|::|^(?:https?|file):\/\//iu

/** True for what stands where a secret would: <your-key>, xxxx, ${TOKEN}, a variable, a type. */
export function isPlaceholder(value: string): boolean {
  return words.test(value) || code.test(value) || new Set(value).size <= Math.min(3, value.length / 3)
}
