import type { GenerationPassage } from '@shutten/core'
import { describe, expect, it } from 'vitest'
import { verifyCode } from './verify-code.js'

const passage = { id: 'p', text: '実行する。\n\n    pnpm install\n    pnpm start\n' } as GenerationPassage

describe('verifyCode', () => {
  it('shows what a passage holds as the passage has it', () => {
    expect(verifyCode({ code: 'pnpm  install\npnpm start', language: 'sh', passages: [passage] })).toMatchObject({
      text: '```sh\npnpm install\npnpm start\n```',
      layout: 'code',
      support: 'supported',
      evidence: [{ start: 11, end: 38 }],
    })
  })

  it('vouches for half of it where the lines are others', () => {
    expect(verifyCode({ code: 'pnpm install pnpm start', passages: [passage] })).toMatchObject({
      text: '```\npnpm install pnpm start\n```',
      support: 'partial',
    })
  })

  it('vouches for nothing that differs by a character', () => {
    expect(verifyCode({ code: 'pnpm install\npnpm  starts', passages: [passage] })).toMatchObject({
      support: 'unsupported',
      evidence: [],
    })
  })

  it('fences code that holds fences', () => {
    expect(verifyCode({ code: 'a ```` b', passages: [] }).text).toBe('`````\na ```` b\n`````')
  })
})
