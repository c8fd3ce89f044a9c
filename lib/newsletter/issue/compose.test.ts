import sharp from 'sharp'
import { expect, test } from 'vitest'
import { GET } from '#app/share/crops/[file]/route.ts'
import { aged, compose, DAY, HOUR, MINUTE, morning, SLOT, slugsOf } from '#tests/fixtures/composing.ts'
import { site } from '#tests/fixtures/content.ts'
import { sentIssue } from '#tests/fixtures/issues.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import type { Issue, IssueContent } from '../model.ts'
import { composeIssue } from './compose.ts'

/** Yesterday's issue, as it would have been sent with such content. */
const yesterday = (content: IssueContent | null): Issue => sentIssue(content, '2025-12-28')

async function carrying(...carried: readonly string[]): Promise<Issue> {
  const content = await compose()
  if (content === null) throw new Error('there is no issue to begin with')
  return yesterday({ ...content, stories: content.stories.filter(({ slug }) => carried.includes(slug)) })
}

test('a first issue takes the last day, newest first', async () => {
  await using _ = await runningSite({
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(23 * HOUR),
    'articles/c.md': aged(25 * HOUR),
    'articles/d.md': aged(-HOUR),
  })
  const content = await compose()
  expect(slugsOf(content)).toEqual(['a', 'b'])
  expect(content).toMatchObject({
    title: 'Morning',
    sender: 'Broadsheet Morning',
    subject: 'Aged 1',
    preheader: 'Aged 23',
    locale: 'en-US',
    timeZone: 'America/New_York',
    corrections: [],
  })
})

test.each([
  ['weekdays 06:30', ['a', 'b']],
  ['weekly monday 06:30', ['a', 'b', 'c']],
])('a first issue of %s takes the time since the one before', async (schedule, taken) => {
  await using _ = await runningSite({
    ...morning('{ limit: 10 }', schedule),
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(71 * HOUR),
    'articles/c.md': aged(6 * DAY),
    'articles/d.md': aged(8 * DAY),
  })
  expect(slugsOf(await compose())).toEqual(taken)
})

test('there is no issue where nothing is new, and none of a newsletter that is not there', async () => {
  await using _ = await runningSite({ 'articles/a.md': aged(3 * DAY) })
  expect(await compose()).toBeNull()
  expect(await composeIssue('evening', SLOT, [], SLOT.at)).toBeNull()
})

test('an issue takes what came since the last one, however long ago, and nothing twice', async () => {
  await using _ = await runningSite({
    ...morning('{ limit: 3 }'),
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(3 * DAY),
    'articles/c.md': aged(4 * DAY),
    'articles/d.md': aged(40 * DAY),
  })
  const first = await compose([sentIssue(null, '2025-10-01')])
  expect(slugsOf(first)).toEqual(['a', 'b', 'c'])
  expect(await compose([yesterday(first)])).toBeNull()
})

test('what an issue had no room for is not in the next one', async () => {
  await using _ = await runningSite({
    ...morning('{ limit: 1 }'),
    'articles/a.md': aged(HOUR),
    'articles/b.md': aged(25 * HOUR),
    'articles/c.md': aged(26 * HOUR),
  })
  expect(slugsOf(await compose([await carrying('a')]))).toBeNull()
  const full = sentIssue(await compose([], SLOT.at - DAY), '2025-12-28')
  expect(slugsOf(full.content)).toEqual(['b'])
  expect(slugsOf(await compose([full]))).toEqual(['a'])
})

test('a story that reached the site after an issue but bears an earlier time is in the next one', async () => {
  await using site = await runningSite({ 'articles/a.md': aged(26 * HOUR) })
  const first = sentIssue(await compose([], SLOT.at - DAY), '2025-12-28')
  expect(slugsOf(first.content)).toEqual(['a'])
  await site.change({ 'articles/late.md': aged(25 * HOUR) })
  expect(slugsOf(await compose([first]))).toEqual(['late'])
})

test('a story that was renamed since it was sent is not sent again', async () => {
  await using site = await runningSite({ 'articles/a.md': aged(HOUR) })
  const first = await carrying('a')
  await site.folder.remove('articles/a.md')
  await site.change({ 'articles/b.md': aged(MINUTE, { aliases: '[a]' }) })
  expect(await compose([first])).toBeNull()
})

test('a correction is told once, in the issue after it, even where there is no new story', async () => {
  await using site = await runningSite({ 'articles/a.md': aged(25 * HOUR) })
  const first = sentIssue(await compose([], SLOT.at - DAY), '2025-12-28')
  expect(await compose([first])).toBeNull()
  const corrections = '[{ date: 2025-12-28T15:00:00Z, text: "It was *not* the [Moon](/world/station)." }]'
  await site.change({ 'articles/a.md': aged(25 * HOUR, { corrections }) })
  const second = await compose([first])
  expect(second).toMatchObject({
    subject: 'Correction: Aged 25',
    preheader: 'It was not the Moon.',
    stories: [],
    corrections: [
      {
        slug: 'a',
        href: '/world/a',
        headline: 'Aged 25',
        carried: '2025-12-28',
        kind: 'corrected',
        text: 'It was not the Moon.',
        at: Date.parse('2025-12-28T15:00:00Z'),
      },
    ],
  })
  const later = SLOT.at + DAY
  expect(await compose([sentIssue(second, '2025-12-29'), first], later, { at: later, date: '2025-12-30' })).toBeNull()
})

test('a story that was withdrawn after it was sent is named with the reason', async () => {
  await using site = await runningSite({ 'articles/a.md': aged(25 * HOUR), 'articles/b.md': aged(HOUR) })
  const first = sentIssue(await compose([], SLOT.at - DAY), '2025-12-28')
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2025-12-28T15:00:00Z, reason: There is no Moon. }' }
  await site.change({ 'articles/a.md': aged(25 * HOUR, withdrawn) })
  const second = await compose([first])
  expect(slugsOf(second)).toEqual(['b'])
  expect(second?.corrections).toMatchObject([{ slug: 'a', kind: 'withdrawn', text: 'There is no Moon.' }])
})

test('another text has another version, and other topics have not', async () => {
  await using site = await runningSite({ 'articles/a.md': aged(HOUR) })
  const version = async () => (await compose())?.stories[0]?.version
  const first = await version()
  expect(first).toMatch(/^[\w-]{16}$/)
  await site.change({ 'articles/a.md': aged(HOUR, { topics: '[moon]' }) })
  expect(await version()).toBe(first)
  const changes = [
    aged(HOUR, { title: 'Another' }),
    aged(HOUR, { dek: 'Another.' }),
    aged(HOUR, {}, 'It does not fall.\n'),
    aged(HOUR, { corrections: '[{ date: 2025-12-29T11:00:00Z, text: Wrong. }]' }),
  ]
  const versions = new Set([first])
  for (const change of changes) {
    await site.change({ 'articles/a.md': change })
    versions.add(await version())
  }
  expect(versions.size).toBe(changes.length + 1)
})

test('a story comes with what a mail shows of it', async () => {
  const photo = await sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#fff' } })
    .jpeg()
    .toBuffer()
  const image = '{ src: /media/photo.jpg, alt: A white wall, credit: Broadsheet }'
  await using _ = await runningSite({
    'media/photo.jpg': photo,
    'articles/a.md': aged(HOUR, { image, kind: 'explainer', authors: '[jo-march, amy-march]', edition: 'uk' }),
    'articles/b.md': aged(2 * HOUR),
  })
  const [a, b] = (await compose())?.stories ?? []
  expect(a).toMatchObject({
    href: '/world/a',
    dek: 'It falls all the time and misses.',
    kicker: 'Explainer',
    byline: 'By Jo March and Amy March, Broadsheet UK',
    minutes: 1,
    picture: { width: 600, height: 338, alt: 'A white wall' },
    corrected: null,
  })
  const src = `http://localhost${a?.picture?.src}`
  const response = await GET(new Request(src), { params: Promise.resolve({ file: 'a-16x9.jpg' }) })
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  // Of three pixels by two nothing can be seen.
  expect(b?.picture).toBeNull()
})

test('a last issue that was built in the future, by a clock that was wrong, hides nothing', async () => {
  await using _ = await runningSite({ ...morning('{ limit: 1 }'), 'articles/a.md': aged(MINUTE) })
  const ahead = sentIssue((await compose()) && null, '2025-12-28', { built: SLOT.at + 30 * DAY })
  expect(slugsOf(await compose([ahead]))).toEqual(['a'])
})

test('hostile headlines and names make no header lines', async () => {
  const title = JSON.stringify('A\u2028Bcc: all@example.com \u202Egnp.exe')
  await using _ = await runningSite({
    ...morning('{}', 'daily 06:30', { title: '"<b>Morning</b>"', sender: JSON.stringify('Jo\u2029Bcc: x\u202E') }),
    'articles/a.md': aged(HOUR, { title }),
    'site.yaml': site({ name: '"A & B"' }),
  })
  expect(await compose()).toMatchObject({ subject: 'A Bcc: all@example.com gnp.exe', sender: 'Jo Bcc: x' })
})

test('over two weeks each story is sent once, also one that came later than it says', async () => {
  await using site = await runningSite(morning('{ limit: 50 }'))
  const issues: Issue[] = []
  const published: string[] = []
  for (let day = 0; day < 14; day++) {
    const now = SLOT.at + day * DAY
    // One in time, one of the very moment, and one that bears the time of before the last issue.
    const ages = [5 * HOUR, 0, 25 * HOUR + day * MINUTE]
    const parts = ages.map((age, nth) => [`articles/s${day}-${nth}.md`, aged(age - day * DAY)] as const)
    published.push(...ages.map((_, nth) => `s${day}-${nth}`))
    await site.change(Object.fromEntries(parts), now)
    const date = new Date(now).toISOString().slice(0, 10)
    const content = await compose(issues, now, { at: now, date })
    issues.unshift(sentIssue(content, date, { built: now }))
  }
  const sent = issues.flatMap(({ content }) => slugsOf(content) ?? [])
  // The first issue of all takes one day.
  expect(sent.sort()).toEqual(published.filter((slug) => slug !== 's0-2').sort())
})
