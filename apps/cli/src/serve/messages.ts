/** What a worker tells its supervisor once the data folder is open and the first index is there. */
export const workerReady = 'shutten:worker-ready'
/** What the web server tells its supervisor once it listens. */
export const webListening = 'shutten:web-listening'
