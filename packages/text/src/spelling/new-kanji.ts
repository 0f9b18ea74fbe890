/**
 * Old forms of kanji and other forms of the same character, each followed by the form in common use. From the old forms in
 * brackets of the table of Jōyō kanji (Cabinet notice 2 of 2010), the forms of kanji for names (Unihan's kJinmeiyoKanji),
 * the forms that JIS X 0208 simplified in 1983, and forms that stand in family names (髙 﨑 濵 邉). What Unicode itself
 * counts as the same character (U+FA45 and 海) comes through NFKC already.
 */
const pairs = `
  萬万 與与 兩両 竝並 乘乗 亂乱 龜亀 豫予 爭争 亙亘 亞亜 佛仏 假仮 會会 傳伝 體体 餘余 倂併 價価 儉倹 僞偽 兒児
  黨党 圓円 寫写 處処 劍剣 劑剤 剩剰 勵励 勞労 效効 敕勅 勸勧 勳勲 區区 醫医 單単 卽即 嚴厳 參参 雙双 收収 敍叙
  臺台 號号 啞唖 營営 囑嘱 嚙噛 團団 圍囲 圖図 國国 圈圏 壓圧 墮堕 壘塁 鹽塩 增増 壞壊 壤壌 壯壮 聲声 壹壱 賣売
  變変 奧奥 奬奨 孃嬢 學学 寶宝 實実 寬寛 寢寝 對対 壽寿 專専 將将 堯尭 盡尽 屆届 屬属 嶽岳 峽峡 巖巌 巢巣 卷巻
  帶帯 歸帰 廳庁 廣広 廢廃 辨弁 貳弐 彌弥 彎弯 彈弾 當当 徑径 從従 德徳 徵徴 應応 戀恋 恆恒 惠恵 惱悩 惡悪 慘惨
  愼慎 懷懐 戰戦 戲戯 戾戻 拂払 拔抜 擇択 擔担 拜拝 據拠 擴拡 擧挙 挾挟 插挿 搜捜 揭掲 搔掻 搖揺 攝摂 擊撃 攪撹
  數数 齊斉 齋斎 斷断 舊旧 晝昼 晚晩 曉暁 曆暦 曾曽 條条 來来 樞枢 榮栄 櫻桜 棧桟 檜桧 檢検 樓楼 樂楽 槪概 樣様
  槇槙 權権 橫横 缺欠 歐欧 歡歓 步歩 齒歯 歲歳 歷歴 殘残 毆殴 殼殻 每毎 氣気 澤沢 淨浄 淺浅 濱浜 淚涙 渴渇 濟済
  涉渉 澁渋 溪渓 溫温 灣湾 濕湿 滿満 瀧滝 滯滞 潛潜 瀨瀬 燈灯 爐炉 點点 爲為 燒焼 犧犠 狀状 獨独 狹狭 獵猟 獻献
  獸獣 甁瓶 畫画 疊畳 瘦痩 癡痴 發発 盜盗 縣県 眞真 硏研 碎砕 禮礼 禰祢 禱祷 祿禄 禪禅 祕秘 稱称 稻稲 穗穂 穩穏
  穰穣 竊窃 龍竜 粹粋 肅粛 絲糸 經経 繪絵 繼継 續続 總総 綠緑 緖緒 緣縁 繩縄 縱縦 纖繊 繡繍 罐缶 飜翻 聽聴 膽胆
  腳脚 脫脱 腦脳 臟臓 艷艶 蘆芦 藝芸 莖茎 莊荘 萠萌 蔣蒋 藏蔵 薰薫 藥薬 虛虚 蟲虫 蠶蚕 螢蛍 蠻蛮 蠟蝋 衞衛 裝装
  襃褒 霸覇 覺覚 覽覧 觀観 觸触 譯訳 證証 譽誉 說説 讀読 謠謡 讓譲 豐豊 贊賛 踐践 轉転 輕軽 辭辞 邊辺 遞逓 遲遅
  遙遥 郞郎 鄕郷 醉酔 醬醤 釀醸 釋釈 鐵鉄 鑛鉱 錢銭 鑄鋳 鍊錬 錄録 鎭鎮 關関 閱閲 鬭闘 陷陥 險険 隨随 隱隠 雜雑
  靈霊 靜静 穎頴 賴頼 顏顔 顯顕 餠餅 驛駅 驅駆 騷騒 驗験 髓髄 髮髪 鷗鴎 鷄鶏 鹼鹸 麥麦 麴麹 麵麺 黃黄 黑黒 默黙
  齡齢 俠侠 俱倶 兔兎 內内 冰氷 剎刹 卻却 吳呉 咒呪 噓嘘 姊姉 姬姫 峯峰 廁厠 彥彦 悅悦 戶戸 摑掴 敘叙 晉晋
  查査 棱稜 榆楡 污汚 沒没 溼湿 潑溌 澀渋 濤涛 焰焔 獎奨 瓣弁 產産 痹痺 皋皐 礪砺 稅税 竈竃 糉粽 絕絶
  繫繋 羣群 聰聡 脣唇 舉挙 舍舎 萊莱 蔥葱 蟬蝉 貓猫 贗贋 輛輌 辯弁 鄉郷 鄰隣 醱醗 銳鋭 鋪舗 雞鶏 鬥闘 鱉鼈
  麪麺 冨富 凉涼 埜野 嶋島 盃杯 薗園 駈駆 髙高 﨑崎 嵜崎 濵浜 邉辺 槗橋 渕淵 桒桑 嶌島 舘館 篭籠 栁柳 靏鶴 靍鶴
  舩船 吞呑 飮飲 𠮷吉 𠮟叱 剝剥 頰頬 塡填`

/** From each old form to the form in common use. No new form is itself an old one. */
export const newKanji: ReadonlyMap<string, string> = new Map(
  pairs
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [old = '', common = ''] = pair
      return [old, common]
    }),
)
