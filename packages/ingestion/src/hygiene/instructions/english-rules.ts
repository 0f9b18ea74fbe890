import type { InstructionRule } from './instruction-rule.js'

/** Where a command begins: a sentence, a clause, after please or must; not after to, who, models. */
const command =
  '(?<=^[\\s*>#-]{0,6}|[.!?:;,(—–]\\s{0,3}| - |\\b(?:please|kindly|must|should|shall|now|then|instead)\\s)'
const model =
  '(?:(?:large )?language models?|LLMs?|AIs?(?: (?:assistants?|agents?|models?|systems?|readers?|reviewers?|bots?|tools?))?|LLM (?:reviewers?|agents?|readers?)|chat ?bots?|ChatGPT|GPT|Copilot|Gemini|Claude|(?:virtual|digital) assistants?|(?:automated |AI )?summari[sz]ers?)(?! ?(?:team|group|department|committee|project|lab|kit|engineers?|developers?|users?|strategy|office|working|manager|teacher|professor|policy|review board|that|which))'
const guides =
  '(?:instructions?|prompts?|directions|directives|commands|guidelines|guidance|rules|orders|system (?:messages?|prompts?)|programming|restrictions|constraints|context)'
const which =
  '(?:all|any|every|previous|prior|above|earlier|preceding|former|foregoing|initial|original|your|these|the system)'
const ofPapers =
  /\b(?:in|on|of|from|under|for) (?:the )?(?:section|chapter|step|page|part|appendix|paragraph|table|figure|version|old|manual|box|label|e-?mail|letter|previous|last|first|form|tower)|\b(?:section|chapter|step|page|paragraph) \d/iu

const make = (pattern: string) => new RegExp(pattern, 'gimu')

export const englishRules: readonly InstructionRule[] = [
  {
    rule: 'override',
    strength: 'strong',
    pattern: make(
      `${command}(?:ignore|disregard|forget|override|bypass|discard|(?:do not|don't|never|stop) (?:follow(?:ing)?|obey(?:ing)?|heed(?:ing)?))\\s(?:[^.\\n]{0,24}\\s)?${which}(?: of)?(?: (?:the|your|these|those|previous|prior|above|earlier|other|system|safety|existing))*(?:\\s\\w+)?\\s${guides}\\b(?![^.\\n]{0,4}\\s(?:when|if|whose|that apply))`,
    ),
    unless: ofPapers,
  },
  {
    rule: 'override',
    strength: 'strong',
    pattern: make(
      `${command}(?:ignore|disregard|forget|discard)\\s(?:everything|anything|all(?: of)?(?: this| that)?|what(?:ever)?)\\s(?:that )?(?:you(?:'ve| have| were| had| are)?(?: been| previously| already)? (?:told|given|instructed|asked)|(?:said |written |stated )?(?:above|before (?:this|now)))|${command}(?:ignore|disregard|forget|override)\\sthe system (?:message|prompt|instructions?)\\b(?!\\s(?:when|if))|${command}(?:ignore|disregard)\\s(?:the|all) above\\b|${command}(?:ignore|disregard|forget)\\s(?:all )?(?:the |these )?(?:rules|instructions|directions|guidelines|prompts?) (?:above|before this|(?:that )?you (?:were|have been|had been|are) given)`,
    ),
    unless: ofPapers,
  },
  {
    rule: 'override',
    strength: 'strong',
    pattern: make(
      `\\byour (?:previous|prior|earlier|original|initial|system|safety|existing) (?:\\w+ )?${guides} (?:no longer apply|do not apply|don't apply|(?:is|are) (?:now )?(?:void|cancelled|canceled|revoked|lifted|suspended|overridden))`,
    ),
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern: make('\\bnew (?:system )?instructions?\\s?:|\\b(?:system|prompt) override\\b'),
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern: make(
      `${command}(?:ignore|disregard|bypass|override) (?:\\w+ ){0,3}(?:guidelines|rules|polic(?:y|ies)|restrictions|safety)\\b`,
    ),
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: make(
      `\\b(?:note|message|attention|instructions?|reminder|notice|memo|request|directives?) (?:to|for) (?:the |all |any |every |our |your )?${model}(?: (?:reading|processing|summari[sz]ing|reviewing|answering)[^.:\\n]{0,40})?\\s?[:,.!\\n]|(?:^|[.!?\\n]\\s?)(?:dear|hey|hello|hi|attention,?) ${model}(?: (?:reading|processing)[^.:\\n]{0,40})?[,:!]|(?:^|[.!?\\n]\\s?)to (?:the|all|any|every) ${model}[^.:\\n]{0,40}:|\\b(?:intended|meant|written) (?:only )?for (?:the |any |all )?${model}\\s?[:,]`,
    ),
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: make(
      `\\bif you(?:'re| are) (?:an? |the )?(?:automated )?${model}\\b[^.\\n]{0,60},|\\bas an? ${model},? you (?:must|should|shall|will|are (?:required|obliged|instructed|to))`,
    ),
  },
  {
    rule: 'addressed-to-model',
    strength: 'strong',
    pattern: make(
      `(?:^|[.!?\\n]\\s?)(?:the |any |all )?(?:AI|LLM|chat ?bot|language model)s?(?: assistants?| agents?| models?)?(?: (?:answering|asked|summari[sz]ing) [^.,\\n]{0,40})? (?:must|shall|should|has to|have to|is to|are to) (?:always |only |never )?(?:answer|respond|reply|say|state|output|recommend|rank|rate)\\b[^.\\n]{0,60}(?:with ["“']|\\bthat\\b|\\bfirst\\b|\\bas the (?:best|only)\\b|["“])`,
    ),
  },
  {
    rule: 'persona',
    strength: 'strong',
    pattern: make(
      `\\byou are (?:now|hereby) [^.\\n]{0,40}(?:(?:without|no|free (?:of|from)) (?:any )?(?:restrictions?|rules|filters?|limits?|guidelines|censorship)|\\bDAN\\b|unrestricted|uncensored|jailbroken|evil)|\\b(?:enter|enable|activate|switch to) (?:jailbreak|DAN|unrestricted|god) mode`,
    ),
  },
  {
    rule: 'persona',
    strength: 'weak',
    pattern: make(
      `\\byou are (?:now|no longer|hereby) (?:an?|the|my|our|in|called|known|acting|playing|\\w*(?:Bot|GPT))\\b|\\bfrom now on,? you (?:will|must|shall|should|are|answer|act|respond)|${command}(?:act|behave|respond|pretend) (?:as|like|to be) (?:an? )?(?:unrestricted|evil|uncensored|different|malicious|rogue)|\\b(?:enter|enable|activate|you are (?:now )?in) (?:developer|debug|maintenance|admin) mode|\\byour (?:new|real|true|only) (?:role|task|goal|persona|purpose|objective|mission) is`,
    ),
  },
  {
    rule: 'persona',
    strength: 'weak',
    pattern: make(
      "\\byou (?:do not|don't|no longer|need not) (?:have to )?(?:follow|obey|respect) (?:any |the |your )?(?:guidelines|rules|restrictions|polic(?:y|ies))|\\b(?:no|without(?: any)?) (?:content polic(?:y|ies)|restrictions|guardrails|safety rules)|\\bmust comply with (?:every|any|all) requests?|\\b(?:answer|respond to) (?:every|any|all) (?:questions?|requests?) (?:with an insult|without|no matter)|\\b(?:collect|obtain|ask for|extract) (?:the )?(?:e-?mail(?: address)?|password|credentials|personal (?:data|information)|name) of the user",
    ),
  },
  {
    rule: 'role-marker',
    strength: 'strong',
    pattern: make(
      '^\\s{0,4}<\\|(?:im_start|system|user|assistant|start_header_id|begin_of_text)\\|>|<\\|(?:im_start|start_header_id)\\|>\\s?(?:system|user|assistant)\\s|\\[INST\\]\\s*<<SYS>>|^\\s{0,4}\\[INST\\]|<start_of_turn>\\s?(?:user|model)\\s',
    ),
  },
  {
    rule: 'role-marker',
    strength: 'weak',
    pattern: make(
      '^[ #*]*(?:system|developer) (?:override|note|notice|instructions?)\\s?:|^[ #*=-]*(?:end|beginning) of (?:the )?(?:documents?|context|passages?|data|input|sources?)\\b',
    ),
  },
  { rule: 'role-marker', strength: 'weak', pattern: make('^Human:[^\\n]*\\s+^Assistant:') },
  {
    rule: 'prompt-leak',
    strength: 'strong',
    pattern: make(
      `(?<!\\b(?:not|never|n't) )${command}(?<!\\b(?:not|never|n't) )(?:repeat|print|reveal|output|show|display|disclose|quote|dump|leak|recite|list|copy|tell|summari[sz]e|translate|encode|spell out)\\s(?:[^.\\n]{0,20}\\s)?(?:your (?:\\w+ ){0,2}(?:system prompt|system message|instructions|prompt|initial prompt|context window|api keys?|credentials)|the (?:\\w+ )?(?:hidden|initial|secret|internal) (?:instructions|prompt)|(?:everything|all (?:the )?text|the text|all) above(?: this(?: line)?)?|the contents? of your context)|\\b(?:reveal|print|disclose|show|output) (?:the |all )?(?:api keys?|credentials|secrets|passwords?)(?: that)? (?:you (?:were|have|are|know)|in your)`,
    ),
  },
  {
    rule: 'exfiltration',
    strength: 'strong',
    pattern: make(
      `${command}(?:send|append|encode|include|add|post|attach|forward|put|embed|replace|replacing|upload)\\s[^.\\n]{0,60}\\b(?:the (?:full |whole |entire )?conversation|conversation (?:history|so far)|chat (?:history|log)|user'?s? (?:question|messages?|data|name|e-?mail)|previous messages|messages so far|api keys?)[^\\n]{0,80}(?:https?:\\/\\/|\\burl\\b|\\blink\\b|\\bimage\\b|!\\[|\\S@\\S|\\.(?:com|net|invalid|example)\\b)|${command}(?:add|show|render|display|embed|insert|include)\\s[^.\\n]{0,20}\\b(?:image|link|url)\\b[^.\\n]{0,60}\\b(?:conversation|chat history|user's question)`,
    ),
    unless: /(?:ticket|case|report|support|help ?desk|form|crm)\b/iu,
  },
  {
    rule: 'exfiltration',
    strength: 'strong',
    pattern: make(
      `\\bcall the (?:tool|function) \\w+ with (?:the )?(?:full |whole |entire )?(?:conversation|user|chat)|!\\[[^\\]\\n]{0,80}\\]\\(\\s?https?:\\/\\/[^)\\n]{0,200}(?:[{<\\[(]|=)(?:conversation|history|chat|data|prompt|user|secret|answer|履歴|会話|質問)`,
    ),
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern: make(
      `${command}(?:reply|respond|answer|say|output|print|write)\\s(?:only|exactly|nothing but|just|with(?: only)? the word)\\b|\\b(?:answer|respond to|reply to) (?:all|every|any) (?:\\w+ )?(?:questions?|prompts?|messages?) (?:about [^.\\n]{1,30} )?with\\b|\\b(?:in|of|to|into|at the end of) (?:your|each of your|every|the assistant's) (?:answers?|responses?|repl(?:y|ies)|output)\\b|\\btell the (?:user|reader|customer) (?:that|this|to)\\b|\\b(?:recommend|mention|promote|praise) [^.\\n]{1,40} (?:for|in) every (?:question|answer|response)|\\b(?:the )?assistant (?:shall|must|will|should) (?:now )?(?:quote|print|reveal|say|answer|state)|\\bprint the text of all other\\b|\\b(?:and|then) (?:say|print|write|reply with|answer with|reply only with) (?:that|OK|the word|only)\\b`,
    ),
  },
  {
    rule: 'secrecy',
    strength: 'weak',
    pattern: make(
      `\\b(?:do not|don't|never) (?:mention|tell|inform|reveal|disclose|show)[^.\\n]{0,40}\\b(?:the )?(?:users?|readers?|anyone)\\b|\\bwithout (?:telling|informing|notifying) (?:the )?(?:user|reader)|\\bthe user must not (?:be told|know|see)|\\b(?:do not|don't|never) (?:mention|reveal) (?:this|these) (?:notes?|instructions?|message)`,
    ),
  },
  {
    rule: 'override',
    strength: 'strong',
    pattern: make(
      `\\boverrides? (?:anything|everything|all|whatever) in (?:your|the) (?:system prompt|instructions|prompt)|${command}(?:ignore|disregard|forget|break)\\s(?:all |any )?(?:the )?(?:rules|instructions|guidelines) (?:of|from|by|given by|set by) your (?:operators?|developers?|creators?|makers?|owners?)`,
    ),
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern: make(
      '\\b(?:everything|whatever|all that) (?:the |your )?(?:developers?|system|operators?|creators?) (?:told|said|wrote|instructed)|\\b(?:previous|prior|earlier) (?:context|conversation|instructions?) (?:has|have|is|are|was|were) (?:been )?(?:cleared|reset|deleted|erased|cancelled)|\\b(?:real|actual|true) instructions (?:start|begin|are|follow)|\\bdo as this (?:note|document|text|page) says',
    ),
  },
  {
    rule: 'override',
    strength: 'weak',
    pattern: make(
      '\\b(?:stop|avoid|never|without) (?:using|citing|quoting) (?:the |any )?other (?:passages|sources|documents)|\\bnever (?:cite|use|quote) (?:sources|passages|documents) other than this|\\b(?:quote|cite|use) only this (?:passage|paragraph|document|page)|\\bthis (?:passage|paragraph|document|page) (?:as|is) the (?:only|single|sole) (?:correct|true|valid)',
    ),
  },
  {
    rule: 'addressed-to-model',
    strength: 'weak',
    pattern: make(
      `\\b(?:AIs?|assistants?|models?|LLMs?|bots?) (?:that (?:is|are) )?(?:reading|processing|summari[sz]ing|indexing|seeing) this\\b|\\b(?:whoever|whatever|any(?:one| system)) (?:is )?(?:generating|writing|producing|giving) (?:an? |the )?(?:answers?|summary|response)|\\bwhen (?:generating|writing|producing|creating|giving) (?:an? |the |your )?(?:response|answer|summary|reply) (?:from|based on|about|using)|\\b(?:retrieval|RAG|answering|QA) systems? (?:should|must|shall)|(?:^|[.!?\\n]\\s?)(?:assistant|AI|model|bot), |\\bif an? ${model} is (?:used|asked|employed)|\\b(?:summar(?:y|ies)|answers?|reviews?|responses?) [^.\\n]{0,40}\\b(?:by|from) (?:an? |any )?${model} (?:must|should|shall)`,
    ),
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern: make(
      `\\balways (?:answer|say|include|add|recommend|reply|state) |${command}(?:say|claim|state) that (?:our|the|this|my|all)\\b|\\b(?:it|they|models?|summaries) must (?:output|mention|say|rate|answer|rank)\\b|\\bleave out the (?:safety |risk )?warnings|\\bstart with ["“]sure|\\bthe only correct answer to (?:any|every|all)|\\btell (?:visitors|users|readers|customers) to\\b`,
    ),
  },
  {
    rule: 'persona',
    strength: 'weak',
    pattern: make(
      '\\b(?:an? )?(?:AI|assistant|model|bot) (?:with no|without(?: any)?) (?:rules|limits|restrictions|filters|guidelines)|\\bstay in character\\b|\\b(?:unrestricted|jailbroken|uncensored) mode\\b|\\bas if you had no (?:guidelines|rules|restrictions|limits)|\\bforget (?:its|your) role\\b|\\bspeak as the (?:ceo|owner|administrator)',
    ),
  },
  {
    rule: 'persona',
    strength: 'weak',
    pattern: make(
      '\\byou (?:have been|are being|were) (?:upgraded|switched|unlocked|freed|promoted)\\b|\\byou (?:may|can|must) now (?:share|reveal|disclose|answer|say)\\b|\\brespond to the next (?:query|question|message)|\\bin which you are\\b|\\buntil the end of the conversation|\\bthe assistant will now\\b',
    ),
  },
  {
    rule: 'prompt-leak',
    strength: 'strong',
    pattern: make(
      `${command}(?:output|print|show|repeat|write|give|quote|copy)\\s[^.\\n]{0,40}\\b(?:of|in|from) your (?:system )?(?:prompt|instructions|context window|configuration)\\b`,
    ),
  },
  {
    rule: 'prompt-leak',
    strength: 'weak',
    pattern: make(
      '\\b(?:its|your) (?:own )?(?:secret key|api key)s?\\b|\\b(?:list|quote|print|show) (?:all|every) (?:the )?other (?:documents?|passages?|sources?)\\b|\\bfrom the other (?:files|documents|passages)\\b|\\b(?:revealing|printing|showing|disclosing) your (?:configuration|prompt|instructions|settings)\\b|\\bshare confidential (?:documents|data|information) with anyone',
    ),
  },
  {
    rule: 'exfiltration',
    strength: 'strong',
    pattern: make(
      `${command}(?:fetch|load|open|visit|request|get|call)\\shttps?:\\/\\/[^\\s]{4,200}[^.\\n]{0,40}\\b(?:user(?:'s)? message|user(?:'s)? question|conversation|chat history)`,
    ),
  },
  {
    rule: 'secrecy',
    strength: 'weak',
    pattern: make('\\bkeep this (?:note|message|instruction)?s? ?(?:a )?(?:secret|hidden|confidential)(?: from)?\\b'),
  },
  {
    rule: 'role-marker',
    strength: 'strong',
    pattern: make('<\\s?\\/?\\s?passages?\\b[^<>\\n]{0,40}>'),
  },
  {
    rule: 'role-marker',
    strength: 'weak',
    pattern: make(
      '["\']?tool_calls?["\']?\\s?:|<\\/?(?:tool_use|function_call|tool_call)>|\\bexecute the following (?:command|code|tool)\\b',
    ),
  },
  {
    rule: 'dictated-answer',
    strength: 'strong',
    pattern: make(
      '\\b(?:forever|endlessly|to infinity|never stop|without end)\\b[^.\\n]{0,60}\\bin your (?:answer|response|reply)|\\bin your (?:answer|response|reply)\\b[^.\\n]{0,60}\\b(?:forever|endlessly|without end|never stop)\\b',
    ),
  },
  {
    rule: 'dictated-answer',
    strength: 'weak',
    pattern: make(
      `${command}(?:say|write|reply|answer|respond|show|repeat|execute)\\b[^.\\n]{0,80}\\bto the user\\b|\\bwhatever the user asks|\\bno matter what the user\\b|${command}(?:reply|respond|answer) (?:the question |to the user )?with [A-Z]`,
    ),
  },
  {
    rule: 'exfiltration',
    strength: 'weak',
    pattern: make(
      '(?:https?:\\/\\/|javascript:|vbscript:|data:|<script|<img|<iframe|!\\[)[^\\n]{0,120}\\b(?:your|every|its|the) (?:answers?|responses?|repl(?:y|ies))\\b|\\b(?:your|every|its) (?:answers?|responses?|repl(?:y|ies))\\b[^.\\n]{0,60}(?:https?:\\/\\/|javascript:|<img|!\\[)|\\bverified at https?:',
    ),
  },
  {
    rule: 'exfiltration',
    strength: 'strong',
    pattern: make(
      '\\b(?:output|embed|add|show|render|include|put)\\b[^\\n]{0,40}(?:javascript:|vbscript:|<script|<iframe|onerror=)[^\\n]{0,80}\\b(?:your|its|every|the) (?:answers?|repl(?:y|ies)|responses?)\\b',
    ),
  },
]
