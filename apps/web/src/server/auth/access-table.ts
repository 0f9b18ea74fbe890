import type { Access } from './access'

const open = { least: 'everyone', scopes: 'any' } as const
const chat = { least: 'chat', scopes: ['ask'] } as const
const own = { least: 'reader', scopes: [] } as const
const documents = { least: 'editor', scopes: ['documents'] } as const
const jobs = { least: 'editor', scopes: ['jobs'] } as const
const admin = { least: 'admin', scopes: ['admin'] } as const
/** Pages and their forms are used by people: no key opens them. */
const reading = { least: 'chat', scopes: [] } as const
const editing = { least: 'editor', scopes: [] } as const
const administering = { least: 'admin', scopes: [] } as const

/**
 * Who may do what: the one table that every route, server action and page of the administration goes through. What is
 * not in it cannot be called, and a test fails on a file that is not in it.
 */
export const accessTable = {
  'GET /api/health': open,
  'GET /api/ready': open,
  'GET /api/v1/status': open,

  'POST /api/v1/ask': { ...chat, isLimited: true },
  'POST /api/v1/search': { ...chat, isLimited: true },
  'GET /api/v1/documents': { ...chat, scopes: ['ask', 'documents'] },
  'GET /api/v1/documents/:id': { ...chat, scopes: ['ask', 'documents'] },
  'POST /api/chat': { ...chat, isLimited: true },
  'GET /api/chat/turns/:id': chat,
  'POST /api/chat/turns/:id/stop': chat,
  'GET /api/conversations/:id': chat,
  'GET /api/conversations/:id/markdown': chat,
  'GET /api/conversations/:id/share': chat,
  'PUT /api/conversations/:id/share': chat,
  'DELETE /api/conversations/:id/share': chat,
  'GET /api/documents/:id': chat,
  'PUT /api/feedback': chat,
  'DELETE /api/feedback': chat,

  'POST /api/v1/session': open,
  'DELETE /api/v1/session': open,
  'POST /api/v1/session/passkey': open,
  'POST /api/v1/session/passkey/options': open,
  'GET /api/v1/session': { least: 'reader', scopes: 'any' },
  'PUT /api/v1/session/password': { ...own, audit: 'account.password' },
  'GET /api/v1/sessions': own,
  'DELETE /api/v1/sessions': { ...own, audit: 'session.end' },
  'DELETE /api/v1/sessions/:id': { ...own, audit: 'session.end' },
  'GET /api/v1/passkeys': own,
  'POST /api/v1/passkeys': { ...own, audit: 'passkey.add' },
  'POST /api/v1/passkeys/options': own,
  'DELETE /api/v1/passkeys/:id': { ...own, audit: 'passkey.remove' },

  'POST /api/v1/documents': { ...documents, audit: 'document.add' },
  'POST /api/v1/documents/changes': { ...documents, audit: 'document.change' },
  // Files that nobody sees before they are taken in.
  'PUT /api/v1/uploads/:id': documents,
  'DELETE /api/v1/uploads/:id': documents,
  'POST /api/v1/uploads/:id/job': { ...documents, audit: 'document.add' },
  'DELETE /api/v1/documents/:id': { ...documents, audit: 'document.remove' },
  'POST /api/v1/reindex': { ...documents, audit: 'index.rebuild' },
  'GET /api/v1/quarantine': documents,
  'GET /api/v1/sources': documents,
  'GET /api/v1/sources/:id': documents,
  // Of public addresses; what reaches into this machine or its network is for admins (`assertMayReach`).
  'POST /api/v1/sources': { ...documents, audit: 'source.add' },
  'PATCH /api/v1/sources/:id': { ...documents, audit: 'source.change' },
  'DELETE /api/v1/sources/:id': { ...documents, audit: 'source.remove' },
  'POST /api/v1/sources/:id/runs': { ...documents, audit: 'source.run' },
  // Looks, and keeps nothing.
  'POST /api/v1/sources/previews': documents,
  'GET /api/v1/schedules/runs': documents,
  'GET /api/v1/jobs': jobs,
  'GET /api/v1/jobs/events': jobs,
  // Who was given the id of a job may see it through; ids cannot be guessed.
  'GET /api/v1/jobs/:id': open,
  'GET /api/v1/jobs/:id/events': open,
  'GET /api/v1/jobs/:id/items': jobs,
  'POST /api/v1/jobs/:id/:action': { ...jobs, audit: 'job.change' },
  'GET /api/v1/generations': jobs,
  'GET /api/v1/feedback': { least: 'editor', scopes: ['admin'] },

  'GET /api/v1/documents/:id/exclusions': documents,
  'POST /api/v1/documents/:id/exclusions': { ...documents, audit: 'passage.exclude' },
  'DELETE /api/v1/exclusions/:id': { ...documents, audit: 'passage.restore' },

  'GET /api/v1/golden-questions': documents,
  'POST /api/v1/golden-questions': { ...documents, audit: 'golden.add' },
  'PUT /api/v1/golden-questions/:id': { ...documents, audit: 'golden.change' },
  'DELETE /api/v1/golden-questions/:id': { ...documents, audit: 'golden.remove' },
  'POST /api/v1/golden-questions/import': { ...documents, audit: 'golden.import' },
  'GET /api/v1/golden-questions/export': documents,
  'GET /api/v1/quality/runs': jobs,
  'POST /api/v1/quality/runs': { ...jobs, audit: 'quality.measure' },
  'GET /api/v1/quality/runs/:id': jobs,
  'GET /api/v1/quality/policy': jobs,
  'PUT /api/v1/quality/policy': { ...admin, audit: 'quality.policy' },
  'GET /api/v1/candidates': jobs,
  'POST /api/v1/candidates/:id/accept': { ...admin, audit: 'generation.accept' },
  'DELETE /api/v1/candidates/:id': { ...admin, audit: 'generation.drop' },
  // What readers asked: for people, as their feedback.
  'GET /api/v1/gaps': { least: 'editor', scopes: ['admin'] },
  'POST /api/v1/gaps/:id/:action': { least: 'editor', scopes: ['admin'], audit: 'gap.decide' },
  'GET /api/v1/documents/:id/edits': documents,
  'PUT /api/v1/documents/:id/edits': { ...documents, audit: 'passage.edit' },
  'DELETE /api/v1/edits/:id': { ...documents, audit: 'passage.unedit' },

  'POST /api/v1/quarantine/decisions': { ...admin, audit: 'quarantine.decide' },
  'POST /api/v1/quarantine/:id/:decision': { ...admin, audit: 'quarantine.decide' },
  'POST /api/v1/hygiene/apply': { ...admin, audit: 'hygiene.apply' },
  'POST /api/v1/generations/:id/serve': { ...admin, audit: 'generation.serve' },
  'GET /api/v1/accounts': admin,
  'POST /api/v1/accounts': { ...admin, audit: 'account.create' },
  'PATCH /api/v1/accounts/:id': { ...admin, audit: 'account.change' },
  'DELETE /api/v1/accounts/:id': { ...admin, audit: 'account.remove' },
  'POST /api/v1/accounts/:id/password': { ...admin, audit: 'account.password' },
  'GET /api/v1/api-keys': admin,
  'POST /api/v1/api-keys': { ...admin, audit: 'api-key.create' },
  'DELETE /api/v1/api-keys/:id': { ...admin, audit: 'api-key.revoke' },
  'GET /api/v1/access': admin,
  'PATCH /api/v1/access': { ...admin, audit: 'access.change' },
  'GET /api/v1/audit': admin,
  'GET /api/v1/settings': admin,
  'PUT /api/v1/settings/:section': { ...admin, audit: 'settings.change' },
  'POST /api/v1/settings/test': { ...admin, isLimited: true },
  'GET /api/v1/settings/retention': admin,

  'action saveTheme': open,
  'action saveLanguage': open,
  'action submitSignIn': open,
  'action submitSignOut': open,
  'action renameConversation': reading,
  'action pinConversation': reading,
  'action deleteConversation': reading,
  'action deleteAllConversations': reading,
  'action saveSource': { ...editing, audit: 'source.save' },
  'action saveGolden': { ...editing, audit: 'golden.save' },

  'page /': reading,
  'page /c/:id': reading,
  'page /documents': reading,
  'page /documents/:id': reading,
  'page /history': reading,
  'page /s/:token': reading,
  'page /sign-in': open,
  'page /account': own,
  'page /admin': editing,
  'page /admin/documents': editing,
  'page /admin/documents/:id': editing,
  'page /admin/edits': editing,
  'page /admin/answers': editing,
  'page /admin/generations': editing,
  'page /admin/playground': editing,
  'page /admin/quality': editing,
  'page /admin/quality/runs/:id': editing,
  'page /admin/quality/questions': editing,
  'page /admin/quality/questions/new': editing,
  'page /admin/quality/questions/:id': editing,
  'page /admin/gaps': editing,
  'page /admin/gaps/:id': editing,
  'page /admin/quarantine': editing,
  'page /admin/quarantine/:id': editing,
  'page /admin/sources': editing,
  'page /admin/sources/:id': editing,
  'page /admin/jobs': editing,
  'page /admin/jobs/:id': editing,
  'page /admin/feedback': editing,
  'page /admin/feedback/:id': editing,
  'page /admin/accounts': administering,
  'page /admin/keys': administering,
  'page /admin/audit': administering,
  'page /admin/settings': administering,
} as const satisfies Record<string, Access>

export type AccessName = keyof typeof accessTable
