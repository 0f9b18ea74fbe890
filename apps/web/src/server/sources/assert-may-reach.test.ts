import { describe, expect, it } from 'vitest'
import { assertMayReach } from './assert-may-reach'

const refused = expect.objectContaining({ code: 'FORBIDDEN' })
const page = { kind: 'url', allowedHosts: [] }

describe('assertMayReach', () => {
  it.each([
    { input: { kind: 'url', location: 'https://docs.example/' }, before: null },
    { input: { kind: 'feed', allowedHosts: [] }, before: null },
    { input: { name: 'renamed' }, before: page },
    // The source manager says what is wrong with them.
    { input: {}, before: null },
    { input: { kind: 'garden' }, before: null },
  ])('lets an editor keep what is public: $input', (source) => {
    assertMayReach({ role: 'editor', ...source })
  })
  it.each([
    { input: { kind: 'folder', location: '/etc' }, before: null },
    { input: { kind: 'upload', location: '/etc' }, before: null },
    { input: { kind: 'url', allowedHosts: ['10.0.0.1'] }, before: null },
    { input: { kind: 'url', allowedHosts: '10.0.0.1' }, before: null },
    { input: { kind: 'url', limits: { minGapMs: 0 } }, before: null },
    { input: { allowedHosts: ['intra'] }, before: page },
    { input: { location: 'http://10.0.0.2/' }, before: { kind: 'url', allowedHosts: ['10.0.0.1'] } },
    { input: { location: '/etc' }, before: { kind: 'folder', allowedHosts: [] } },
    { input: { allowedHosts: [] }, before: { kind: 'url', allowedHosts: ['10.0.0.1'] } },
  ])('leaves what reaches into the server or its network to admins: $input', (source) => {
    for (const role of ['editor', 'reader', undefined] as const)
      expect(() => assertMayReach({ role, ...source })).toThrow(refused)
    assertMayReach({ role: 'admin', ...source })
  })
})
