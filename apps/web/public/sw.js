// Keeps one page, for when no page can be fetched. Nothing else is cached: an answer is never an old one.
const store = 'shutten-offline'
const page = '/offline.html'

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(store)
      .then((cache) => cache.add(new Request(page, { cache: 'reload' })))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  if (event.request.mode !== 'navigate') return
  event.respondWith(fetch(event.request).catch(() => caches.match(page).then((kept) => kept ?? Response.error())))
})
