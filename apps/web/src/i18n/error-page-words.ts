/** Apart from the other messages: the error page must be able to speak when they cannot be fetched. */
export const errorPageWords = {
  ja: {
    title: 'ページを開けませんでした',
    text: 'サーバーで問題が起きました。少し待ってから、もう一度お試しください。',
    retry: 'もう一度試す',
    home: '質問する',
  },
  en: {
    title: 'The page could not be opened',
    text: 'Something went wrong on the server. Wait a moment, then try again.',
    retry: 'Try again',
    home: 'Ask a question',
  },
} as const
