import { expect, test } from 'vitest'
import { SITE } from '../catalog/keys.ts'
import { Agenda } from './agenda.ts'

const NOON = Date.UTC(2026, 0, 2, 12)
const HOUR = 3600 * 1000
const NOTHING = new Set<string>()

const plan = (zone: string | null, due: number | null) => ({ timeZone: () => zone, nextDue: () => due })
const nothing = { newDay: false, due: false }

test('what is due is told once, when its time has come', () => {
  const agenda = new Agenda()
  agenda.plan(plan('UTC', NOON), NOTHING)
  expect([NOON - 1, NOON, NOON + 1].map((now) => agenda.come(now).due)).toEqual([false, true, false])
  agenda.plan(plan('UTC', NOON + 2), NOTHING)
  expect(agenda.come(NOON + HOUR).due).toBe(true)
})

test('before anything is planned, nothing comes', () => {
  const agenda = new Agenda()
  expect([agenda.come(NOON), agenda.come(NOON + 48 * HOUR)]).toEqual([nothing, nothing])
})

test("a day begins when it does in the publication's zone, also after that has changed", () => {
  const agenda = new Agenda()
  agenda.plan(plan('Asia/Tokyo', null), NOTHING)
  const days = () => [14, 15.5, 23, 24.5].map((hour) => agenda.come(NOON + (hour - 12) * HOUR).newDay)
  expect(days()).toEqual([false, true, false, false])
  agenda.plan(plan('UTC', null), NOTHING)
  expect(agenda.come(NOON + 27.5 * HOUR)).toEqual({ newDay: true, due: false })
  agenda.plan(plan('UTC', null), new Set([SITE]))
  expect(days()).toEqual([false, false, false, true])
})
