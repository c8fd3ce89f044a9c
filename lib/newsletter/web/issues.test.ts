import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { issueContent } from '#tests/fixtures/issues.ts'
import { type KeptNewsletters, keptNewsletters } from '#tests/fixtures/newsletter-store.ts'
import { closeNewsletters } from '../open.ts'
import type { NewIssue } from '../store/repository.ts'
import { getIssue, getIssues } from './issues.ts'

afterEach(async () => {
  await closeNewsletters()
  vi.unstubAllEnvs()
})

/** What this process opens from now on, with an issue of each of these days. */
async function stored(...dates: readonly string[]): Promise<KeptNewsletters> {
  const kept = await keptNewsletters()
  vi.stubEnv('DATA_DIR', kept.dataDir)
  for (const date of dates) await issue(kept, date)
  return kept
}

const issue = ({ repository }: KeptNewsletters, date: string, over: Partial<NewIssue> = {}) =>
  repository.issues.create({
    newsletter: 'morning',
    date,
    slot: Date.parse(`${date}T11:30:00Z`),
    state: 'sending',
    revision: null,
    built: Date.parse(`${date}T11:30:01Z`),
    content: issueContent({ subject: `Of ${date}` }),
    ...over,
  })

test('an issue has its content and its address', async () => {
  await using _ = await stored('2026-11-23')
  expect(await getIssue('morning', '2026-11-23')).toEqual({
    date: '2026-11-23',
    href: '/newsletters/morning/2026-11-23',
    built: Date.parse('2026-11-23T11:30:01Z'),
    content: issueContent({ subject: 'Of 2026-11-23' }),
  })
})

test.for(['2026-11-24', '2026-11-2', 'x', '', '2026-11-23/..', '__proto__'])(
  'there is no issue of %j',
  async (date) => {
    await using _ = await stored('2026-11-23')
    expect(await getIssue('morning', date)).toBeNull()
    expect(await getIssue('evening', date)).toBeNull()
  },
)

test('a day on which nothing was sent has no page', async () => {
  await using kept = await stored()
  await issue(kept, '2026-11-23', { state: 'empty', content: null })
  await issue(kept, '2026-11-24', { state: 'skipped', content: null })
  expect(await getIssue('morning', '2026-11-23')).toBeNull()
  expect(await getIssues('morning', { limit: 9 })).toEqual({ issues: [], older: null })
})

test('issues come newest first, so many at a time, and say where the older ones are', async () => {
  await using _ = await stored('2026-11-21', '2026-11-23', '2026-11-22')
  const dates = async (before: string | null) => {
    const list = await getIssues('morning', { before, limit: 2 })
    return { dates: list?.issues.map(({ date }) => date), older: list?.older }
  }
  expect(await dates(null)).toEqual({ dates: ['2026-11-23', '2026-11-22'], older: '?before=2026-11-22' })
  expect(await dates('2026-11-22')).toEqual({ dates: ['2026-11-21'], older: null })
  expect(await dates('yesterday')).toEqual({ dates: [], older: null })
})

test('pages of issues note what they have read, also where there is none', async () => {
  await using _ = await stored()
  const list = () => getIssues('morning', { limit: 1 })
  const one = () => getIssue('morning', '2026-11-23')
  for (const read of [list, one]) {
    const reading = new Reading()
    await reading.run<Promise<unknown>>(read)
    expect([...reading.keys]).toEqual(['issues:morning'])
  }
})

test('while the store cannot be opened there is no list, and the page that asked is not worth keeping', async () => {
  await using kept = await stored()
  const file = path.join(kept.dataDir, 'file')
  await writeFile(file, '')
  vi.stubEnv('DATA_DIR', file)
  const reading = new Reading()
  expect(await reading.run(() => getIssues('morning', { limit: 1 }))).toBeNull()
  expect(reading.partial).toBe(true)
  await expect(getIssue('morning', '2026-11-23')).rejects.toThrow()
})
