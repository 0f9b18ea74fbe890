/** What denies without a negation, as far as one is compared with the other. */
export const quasiNegative =
  /不要|苦手|困難|難し|禁[止じ]|欠[けく]|除[きかくい]|廃止|中止|取りや|取り除|止め|停止|省[くい]|足り|及ば|乏し|ゼロ|限界|やめ|なく(?:な|す)|消え|\b(?:without|unlike|except|exclud|prohibit|forbid|struggl|poor|weak|difficult|instead|un(?:able|available|supervised|necessary)|only|limit|remov|avoid|prevent|reject|lack|little|few|less|zero|stop|no longer|discontinu|cancel)\w*/iu
