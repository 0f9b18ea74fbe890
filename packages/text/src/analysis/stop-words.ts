/** English words that carry no content in a question or a statement, lower case. */
export const englishStopWords: ReadonlySet<string> = new Set(
  `a an the this that these those it its he she they we you i me him her them us his their our your my mine
  is are was were be been being am do does did done doing have has had having can could will would shall should may might must
  and or but nor so if then than as of in on at by for with from to into onto about over under between among through during
  after before since until against without within per via up down out off again there here not no yes also too very just only
  even such both each either neither any some all most more less much many few several other another same own
  who whom whose what which when where why how whether tell explain describe please show give list name define know want need
  mean means meaning called got get gets let say says said does don't doesn't didn't isn't aren't wasn't weren't can't won't
  what's who's where's how's it's that's there's i'm you're we're they're because while though although however`.split(
    /\s+/,
  ),
)

/**
 * Turns of a Japanese question or statement that hold kanji and still carry no content. The longer first, as the
 * alternatives are tried in order.
 */
export const japaneseFunctionPhrase =
  /何故|何処|何(?:年|月|日|時間|時|分|秒|人|個|枚|本|件|回|倍|台|基|社|種類|語|歳|度|番目|位|層|円|ドル|パーセント|%|[かヶカ]月|[かヶカ]国)?(?:ぐらい|くらい|ほど)?(?:か)?|誰|(?:に|へ)?(?:対し|関し|基づ)(?:て|た|い|く|き|ます|する)*|(?:教え|答え)て|(?:説明|解説|比較|紹介|要約)して(?=くだ|下さ|ほし|欲し|もら|くれ|頂|いただ|$|[。？?])|簡単に|詳しく|具体的に|(?:下さ|欲し)い|頂(?:け|き)|(?:と)?(?:言|思|考|呼ば)(?:われ|え|い|う|っ|れ)|(?:を)?(?:行|得)(?:われ|い|う|え|っ|な)(?=[\p{Script=Hiragana}。])|為|等|事(?=[はがをにでの])|方(?=[はがをにでの])|出来/gu

/** What hiragana between content words is made of: particles, auxiliaries, formal nouns, question words, endings. */
export const hiraganaFunctionWords: ReadonlySet<string> = new Set(
  `は が を に へ と で の も や か よ ね な ば ぞ わ さ から まで より など だけ ほど くらい ぐらい しか こそ さえ でも すら のみ ずつ ながら つつ し
  だ です でし でしょう だろう だっ である であり であっ であれ なら なり なる なっ なれ なく なかっ なけれ ない なき なさ
  て た ます まし ません ませ ましょう たり たら たく たい たがる てる てい ている ておく てき てく
  ある あり あっ あれ あろう いる い いき いく いけ いっ おり おる おき おく
  する すれ され さ せ せる させ される こと もの ため よう ところ とき ほか まま つもり はず わけ うち ほう とも ども
  こ そ あ ど これ それ あれ どれ この その あの どの ここ そこ あそこ どこ こう そう ああ どう こんな そんな あんな どんな
  なに なん なぜ いつ いくつ いくら だれ どちら どっち どなた どういう どういった どのよう いかに いかが
  という といった として とは には では のは のが のを のに ので のか んで ん とか について によって により による にとって
  において における に対して くだ くださ ください さい ほしい ほし もらう もらっ もらえ もらい くれる いただ いただき いただけ
  れ れる られ られる せ せる く け き げ げる け える え めて め み みて みる しま しまう できる でき できます できれ よい いい よく
  また そして さらに なお つまり ただし たとえば すなわち および または もし しかし まず あまり とても もっと ちょうど およそ
  わた っ つ う る る む す ぶ く ぐ ぬ みたい らしい そうな ような ように おしえ おしえて おねがい おねがいし かな かしら ごと ごとに かかる かかり かかっ`.split(
    /\s+/,
  ),
)
