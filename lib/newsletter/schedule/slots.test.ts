import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayAt, shownIn } from '../../content/calendar/zone.ts'
import { lastSlot, nextSlot, periodBefore } from './slots.ts'

const DAY = 24 * 3600 * 1000

const next = (schedule: string, zone: string, now: string) => {
  const { at, date } = nextSlot(schedule, zone, Date.parse(now))
  return `${date} ${new Date(at).toISOString()}`
}
const last = (schedule: string, zone: string, now: string) => {
  const { at, date } = lastSlot(schedule, zone, Date.parse(now))
  return `${date} ${new Date(at).toISOString()}`
}

test.each([
  ['daily 06:30', '2026-11-23T11:29:59Z', '2026-11-23 2026-11-23T11:30:00.000Z'],
  ['daily 06:30', '2026-11-23T11:30:00Z', '2026-11-24 2026-11-24T11:30:00.000Z'],
  ['daily 00:00', '2026-11-23T03:00:00Z', '2026-11-23 2026-11-23T05:00:00.000Z'],
  ['weekdays 18:00', '2026-11-27T23:00:00Z', '2026-11-30 2026-11-30T23:00:00.000Z'],
  ['weekly sunday 08:00', '2026-11-23T12:00:00Z', '2026-11-29 2026-11-29T13:00:00.000Z'],
  ['weekly monday 06:00', '2026-11-23T12:00:00Z', '2026-11-30 2026-11-30T11:00:00.000Z'],
])('after %s as of %s in New York comes %s', (schedule, now, slot) => {
  expect(next(schedule, 'America/New_York', now)).toBe(slot)
})

test('a slot has come at its very moment, and not a millisecond before', () => {
  expect(last('daily 06:30', 'America/New_York', '2026-11-23T11:30:00Z')).toBe('2026-11-23 2026-11-23T11:30:00.000Z')
  expect(last('daily 06:30', 'America/New_York', '2026-11-23T11:29:59.999Z')).toMatch(/^2026-11-22 /)
})

test('the day of a slot is that of the zone', () => {
  expect(last('daily 23:30', 'America/New_York', '2026-11-24T05:00:00Z')).toBe('2026-11-23 2026-11-24T04:30:00.000Z')
  expect(last('daily 01:00', 'Pacific/Kiritimati', '2026-11-23T11:00:00Z')).toBe('2026-11-24 2026-11-23T11:00:00.000Z')
})

test('a time that does not exist is the first one that does', () => {
  expect(next('daily 02:30', 'America/New_York', '2026-03-07T12:00:00Z')).toBe('2026-03-08 2026-03-08T07:00:00.000Z')
  expect(next('daily 00:30', 'America/Sao_Paulo', '2017-10-14T12:00:00Z')).toBe('2017-10-15 2017-10-15T03:00:00.000Z')
  expect(next('daily 02:10', 'Australia/Lord_Howe', '2026-10-03T00:00:00Z')).toBe('2026-10-04 2026-10-03T15:30:00.000Z')
})

test('a time that comes twice is the first of both, and there is one issue', () => {
  expect(next('daily 01:30', 'America/New_York', '2026-10-31T12:00:00Z')).toBe('2026-11-01 2026-11-01T05:30:00.000Z')
  expect(next('daily 01:30', 'America/New_York', '2026-11-01T05:30:00Z')).toBe('2026-11-02 2026-11-02T06:30:00.000Z')
})

test('a day that a zone left out has no issue', () => {
  expect(last('daily 06:30', 'Pacific/Apia', '2011-12-30T12:00:00Z')).toBe('2011-12-29 2011-12-29T16:30:00.000Z')
  expect(next('daily 06:30', 'Pacific/Apia', '2011-12-30T01:00:00Z')).toBe('2011-12-31 2011-12-30T16:30:00.000Z')
  expect(next('weekly friday 06:30', 'Pacific/Apia', '2011-12-29T01:00:00Z')).toMatch(/^2012-01-06 /)
})

const ZONES = [
  ...['UTC', 'America/New_York', 'Europe/London', 'America/St_Johns', 'America/Sao_Paulo', 'America/Havana'],
  ...['Pacific/Apia', 'Pacific/Kiritimati', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'Asia/Gaza'],
]
const OFTEN = ['daily', 'weekdays', 'weekly sunday', 'weekly monday', 'weekly wednesday', 'weekly saturday']
const schedules = fc.tuple(fc.constantFrom(...OFTEN), fc.integer({ min: 0, max: 1439 })).map(([often, minutes]) => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${often} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
})
const moments = fc.integer({ min: Date.UTC(2005, 0), max: Date.UTC(2035, 0) })

test('slots follow one another without end or gap, each on a day of its own, in any zone and year', () => {
  fc.assert(
    fc.property(schedules, fc.constantFrom(...ZONES), moments, (schedule, zone, now) => {
      const before = lastSlot(schedule, zone, now)
      const after = nextSlot(schedule, zone, now)
      expect(before.at <= now && now < after.at).toBe(true)
      expect(before.date < after.date).toBe(true)
      expect(nextSlot(schedule, zone, before.at)).toEqual(after)
      expect(lastSlot(schedule, zone, after.at)).toEqual(after)
      expect(lastSlot(schedule, zone, after.at - 1)).toEqual(before)
    }),
    { numRuns: 300 },
  )
})

test('clocks show the time of the schedule at its slot, or it was left out', () => {
  fc.assert(
    fc.property(schedules, fc.constantFrom(...ZONES), moments, (schedule, zone, now) => {
      const { at, date } = nextSlot(schedule, zone, now)
      const shown = new Date(shownIn(at, zone)).toISOString().slice(0, 16)
      const wanted = `${date}T${schedule.slice(-5)}`
      if (shown === wanted) return
      // Just before, the clocks showed less, and now they show more.
      expect(shown > wanted).toBe(true)
      expect(new Date(shownIn(at - 1, zone)).toISOString().slice(0, 16) < wanted).toBe(true)
    }),
    { numRuns: 300 },
  )
})

test('a whole year of a daily newsletter has an issue a day', () => {
  for (const zone of ['America/New_York', 'Europe/London', 'Australia/Lord_Howe', 'America/Havana']) {
    const dates: string[] = []
    for (let now = Date.parse('2026-01-01T00:00:00Z') - 1; dates.length < 365; ) {
      const slot = nextSlot('daily 02:15', zone, now)
      dates.push(slot.date)
      now = slot.at
    }
    const days = dates.map((date) => Date.parse(`${date}T00:00:00Z`))
    expect(days.slice(1).every((day, at) => day - (days[at] ?? 0) === DAY)).toBe(true)
    expect(dates[0]).toBe(dayAt(nextSlot('daily 02:15', zone, Date.parse('2026-01-01T00:00:00Z') - 1).at, zone))
  }
})

test('a first issue covers a day, on a Monday the weekend, or a week', () => {
  const on = (schedule: string, date: string) => periodBefore(schedule, { at: 0, date }) / DAY
  expect([on('daily 06:30', '2026-11-23'), on('weekdays 06:30', '2026-11-23')]).toEqual([1, 3])
  expect([on('weekdays 06:30', '2026-11-24'), on('weekly sunday 08:00', '2026-11-22')]).toEqual([1, 7])
})

test.each(['', 'daily', 'hourly 06:30', 'weekly someday 08:00', 'weekly daily 08:00', 'daily 6:30'])(
  '%j is no schedule',
  (schedule) => {
    expect(() => nextSlot(schedule, 'UTC', 0)).toThrow(RangeError)
  },
)

test('a zone that is not there is refused', () => {
  expect(() => lastSlot('daily 06:30', 'Europe/Atlantis', 0)).toThrow(RangeError)
})
