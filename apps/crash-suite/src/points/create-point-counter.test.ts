import { describe, expect, it } from 'vitest'
import { createPointCounter } from './create-point-counter.js'
import { normalizeSql, type Operation } from './operation.js'
import type { Instructions } from './strike.js'

const worker: Instructions = { role: 'worker', dataFolder: '/d', sourcesFolder: '/s', strike: null }
const sql = (text: string): Operation => ({ kind: 'sql', sql: normalizeSql(text) })
const file = (name: string, path: string): Operation => ({ kind: 'file', name, path })
const claim = sql(`UPDATE "Job" SET "status" = 'running', "owner" = ?`)

describe('createPointCounter', () => {
  it('tells the phases of a job, and counts nothing before it is claimed', () => {
    const counter = createPointCounter(worker)
    const operations: [Operation, string | null][] = [
      [file('open', '/s/a.md'), null],
      [sql('BEGIN IMMEDIATE'), null],
      [claim, 'begin'],
      [sql('COMMIT'), 'begin'],
      [sql('INSERT INTO `main`.`JobItem` (`jobId`) VALUES (?)'), 'list'],
      [file('open', '/s/a.md'), 'parse'],
      [sql('INSERT INTO "DocumentVersion" VALUES (?)'), 'save'],
      [sql('UPDATE `main`.`JobItem` SET `status` = ?'), 'save'],
      [{ kind: 'model' }, 'embed'],
      [file('mkdir', '/d/generations/.building-1'), 'build'],
      [file('open', '/d/generations/1/manifest.json'), 'verify'],
      [sql('INSERT INTO "Lease" ("name") VALUES (?)'), 'switch'],
      [sql('INSERT INTO "GenerationDocument" SELECT 1'), 'switch'],
      [file('rm', '/d/generations/0'), 'clean-up'],
      [{ kind: 'model' }, 'prove'],
      [sql('UPDATE `main`.`Job` SET `status` = ?'), 'finish'],
      [sql('UPDATE `main`.`JobItem` SET `payload` = ?'), 'finish'],
    ]
    for (const [operation, phase] of operations) {
      counter.arm({ phase: null, at: 1, isTorn: false })
      expect(counter.meet(operation)?.phase ?? null, JSON.stringify(operation)).toBe(phase)
    }
    expect(counter.takeTally()).toMatchObject({ begin: 2, save: 2, finish: 2 })
  })

  it('tells what is measured before a switch', () => {
    const counter = createPointCounter(worker)
    const operations: [Operation, string | null][] = [
      [claim, 'begin'],
      [file('mkdir', '/d/generations/.building-1'), 'build'],
      [file('open', '/d/generations/1/manifest.json'), 'verify'],
      [sql('DELETE FROM `main`.`Generation` WHERE `id` <> ?'), 'measure'],
      [sql('INSERT INTO `main`.`Generation` (`id`) VALUES (?) RETURNING `id`'), 'measure'],
      [sql('INSERT INTO "GenerationDocument" SELECT 1'), 'measure'],
      [sql('INSERT INTO `main`.`Candidate` (`key`) VALUES (?)'), 'measure'],
      [file('open', '/d/generations/1/manifest.json'), 'measure'],
      [{ kind: 'model' }, 'measure'],
      [sql('INSERT INTO `main`.`QualityOutcome` (`runId`) VALUES (?)'), 'measure'],
      [sql('UPDATE `main`.`QualityRun` SET `report` = ?'), 'measure'],
      [sql('INSERT INTO "Lease" ("name") VALUES (?)'), null],
      [sql('INSERT INTO `main`.`Generation` (`id`) VALUES (?) ON CONFLICT (`id`) DO UPDATE SET `id` = ?'), 'switch'],
      [sql('INSERT INTO "GenerationDocument" SELECT 1'), 'switch'],
    ]
    for (const [operation, phase] of operations) {
      counter.arm({ phase: null, at: 1, isTorn: false })
      expect(counter.meet(operation)?.phase ?? null, JSON.stringify(operation)).toBe(phase)
    }
  })

  it('counts no transaction that holds nothing of the job', () => {
    const counter = createPointCounter(worker)
    counter.meet(claim)
    for (const text of ['BEGIN IMMEDIATE', 'UPDATE `Job` SET `progress` = ?', 'COMMIT', 'SELECT 1'])
      expect(counter.meet(sql(text))).toBeNull()
    expect(counter.takeTally()).toEqual({ begin: 1 })
  })

  it('strikes once, at the point that it was told', () => {
    const counter = createPointCounter(worker)
    counter.meet(claim)
    counter.arm({ phase: 'parse', at: 2, isTorn: true })
    const parse = file('read', '/s/a.md')
    expect([parse, claim, parse, parse].map((operation) => counter.meet(operation))).toEqual([
      null,
      null,
      { phase: 'parse', isTorn: true },
      null,
    ])
  })

  it('tells what a web server is at', () => {
    const counter = createPointCounter({ ...worker, role: 'web' })
    const operations: [Operation, string | null][] = [
      [{ kind: 'model' }, 'answer'],
      [sql('INSERT INTO `main`.`Turn` (`index`) VALUES (?)'), 'turn'],
      [sql('COMMIT'), 'turn'],
      [{ kind: 'respond', name: 'write', method: 'POST', url: '/api/chat' }, 'stream'],
      [{ kind: 'respond', name: 'end', method: 'GET', url: '/api/v1/documents' }, null],
      [file('rename', '/d/uploads/.partial-1'), 'upload'],
      [sql('INSERT INTO `main`.`Job` (`id`) VALUES (?)'), 'job'],
    ]
    for (const [operation, phase] of operations) {
      counter.arm({ phase: null, at: 1, isTorn: false })
      expect(counter.meet(operation)?.phase ?? null, JSON.stringify(operation)).toBe(phase)
    }
  })
})
