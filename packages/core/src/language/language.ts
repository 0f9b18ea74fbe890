/** The languages Shutten speaks. A document of another language is searched as 'en' is (words by Unicode rules). */
export type Language = 'ja' | 'en'
