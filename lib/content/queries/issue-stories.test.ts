import { expect, test } from 'vitest'
import { article, markdown, type Parts } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { Reading } from '../catalog/reading.ts'
import { getCurrentStories, getIssueStories } from './issue-stories.ts'
import { getNewsletterPlan, getNewsletterPlans, type Selection } from './newsletters.ts'

const TOP = Date.UTC(2025, 5, 1)
const HOUR = 3_600_000

/** Stories `a1` to `a<count>`, an hour apart, the first the newest. */
const hourly = (count: number, over = {}): Parts =>
  Object.fromEntries(
    Array.from({ length: count }, (_, n) => {
      const published = new Date(TOP - n * HOUR).toISOString()
      return [`articles/a${n + 1}.md`, article({ published, ...over })]
    }),
  )

const EVERYTHING: Selection = { sections: [], topics: [], kinds: [], editions: [], limit: 50, order: 'newest' }

const slugs = async (over: Partial<Selection>, start: number, end: number, except: readonly string[] = []) => {
  const found = await getIssueStories({ ...EVERYTHING, ...over }, { start, end }, new Set(except))
  return found.map(({ story }) => story.slug)
}

test('a range has the stories from its start on and before its end', async () => {
  await using _ = await runningSite(hourly(5))
  expect(await slugs({}, TOP - 3 * HOUR, TOP)).toEqual(['a2', 'a3', 'a4'])
  expect(await slugs({}, TOP - 3 * HOUR + 1, TOP + 1)).toEqual(['a1', 'a2', 'a3'])
  expect(await slugs({}, TOP, TOP)).toEqual([])
})

test('more stories than are asked for at once are found, of any number that came at one moment', async () => {
  const same = Object.fromEntries(
    Array.from({ length: 60 }, (_, n) => [`articles/s${n}.md`, article({ published: new Date(TOP).toISOString() })]),
  )
  await using _ = await runningSite({ ...hourly(120, { kind: 'opinion' }), ...same })
  expect(await slugs({ kinds: ['news'] }, TOP - 200 * HOUR, TOP + 1)).toHaveLength(50)
  expect(await slugs({ kinds: ['opinion'], limit: 50 }, TOP - 99 * HOUR, TOP - 90 * HOUR)).toEqual(
    Array.from({ length: 9 }, (_, n) => `a${n + 92}`),
  )
})

test('what is left out makes room for others', async () => {
  await using _ = await runningSite(hourly(5))
  expect(await slugs({ limit: 2 }, 0, TOP + 1, ['a1', 'a3'])).toEqual(['a2', 'a4'])
})

test('stories are found as they are now, by any slug they had', async () => {
  const withdrawn = { status: 'withdrawn', withdrawn: '{ date: 2025-06-01T12:00:00Z, reason: "It isn\'t so." }' }
  const corrections = '[{ date: 2025-06-01T12:00:00Z, text: "It is *not*." }]'
  await using _ = await runningSite({
    'articles/a.md': article({ aliases: '[older]', corrections }),
    'articles/b.md': article(withdrawn),
    'articles/c.md': article({ status: 'draft' }),
  })
  const found = await getCurrentStories(['older', 'b', 'c', 'd', 'older'])
  expect([...found.keys()]).toEqual(['older', 'b'])
  expect(found.get('older')).toMatchObject({
    story: { slug: 'a' },
    corrections: [{ at: Date.parse('2025-06-01T12:00:00Z'), html: 'It is <em>not</em>.' }],
    withdrawn: null,
  })
  expect(found.get('b')?.withdrawn).toEqual({ at: Date.parse('2025-06-01T12:00:00Z'), reason: 'It isn’t so.' })
})

test('an issue depends on the lists that its selection names, and on its stories', async () => {
  await using _ = await runningSite(hourly(2, { topics: '[moon]' }))
  const reading = new Reading()
  await reading.run(() => slugs({ topics: ['moon'] }, 0, TOP + 1))
  expect(reading.keys).toContain('list:topic:moon')
  expect(reading.keys).toContain('article:a1')
  expect(reading.keys).not.toContain('list:all')
  reading.end()
})

test('a newsletter is sent in the name of the publication unless its file or its title names a sender', async () => {
  const file = (over = {}) => markdown({ title: 'Evening', description: 'Late.', schedule: 'daily 18:00', ...over })
  await using _ = await runningSite({
    'newsletters/evening.md': file(),
    'newsletters/night.md': file({ title: 'The Broadsheet Night' }),
    'newsletters/noon.md': file({ sender: 'Jo March', selection: '{ sections: [world], limit: 3, order: front }' }),
  })
  const plans = await getNewsletterPlans()
  expect(plans.map(({ slug, sender }) => [slug, sender])).toEqual([
    ['evening', 'Broadsheet Evening'],
    ['morning', 'Broadsheet Morning'],
    ['night', 'The Broadsheet Night'],
    ['noon', 'Jo March'],
  ])
  expect(await getNewsletterPlan('noon')).toMatchObject({
    schedule: 'daily 18:00',
    timeZone: 'America/New_York',
    locale: 'en-US',
    selection: { ...EVERYTHING, sections: ['world'], limit: 3, order: 'front' },
  })
  expect(await getNewsletterPlan('nothing')).toBeNull()
})
