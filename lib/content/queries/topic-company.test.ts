import { expect, test } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { article, markdown, type Parts, type Yaml } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { getTopicCompany } from './topic-company.ts'

/** An article for each set of topics: `a1`, `a2` and so on, the first the newest. */
const about = (sets: readonly string[], over: Yaml = {}, name = 'a'): Parts =>
  Object.fromEntries(
    sets.map((topics, n) => {
      const published = new Date(Date.UTC(2025, 0, 300 - n)).toISOString()
      return [`articles/${name}${n + 1}.md`, article({ published, topics: `[${topics}]`, ...over })]
    }),
  )

const slugs = (things: readonly { readonly slug: string }[]) => things.map(({ slug }) => slug)

test('a topic is nearer to what stands with it than to what stands with everything', async () => {
  const others = about(Array(20).fill('politics'), {}, 'b')
  const here = about(['space, politics, moon', 'space, politics, moon', 'space, politics', 'moon'])
  await using _ = await runningSite({ ...here, ...others })
  expect(slugs((await getTopicCompany('space')).related)).toEqual(['moon', 'politics'])
})

test('a topic is shown by its title, and leads to its page', async () => {
  const parts = { ...about(['space, moon', 'moon']), 'topics/moon.md': markdown({ title: 'The Moon' }) }
  await using _ = await runningSite(parts)
  expect((await getTopicCompany('space')).related).toEqual([{ slug: 'moon', title: 'The Moon', href: '/topics/moon' }])
})

test('a topic with nothing else to read is not offered', async () => {
  await using _ = await runningSite(about(['space, ice, once', 'space, ice']))
  expect((await getTopicCompany('space')).related).toEqual([])
})

test('those who wrote most about a topic come first, and who is gone does not come', async () => {
  const byJo = about(['space', 'space'], { authors: '[jo-march]' })
  const byBoth = about(['space'], { authors: '[amy-march, jo-march]' }, 'b')
  await using site = await runningSite({ ...byJo, ...byBoth })
  expect((await getTopicCompany('space')).authors).toEqual([
    { slug: 'jo-march', name: 'Jo March', href: '/authors/jo-march', count: 3 },
    { slug: 'amy-march', name: 'Amy March', href: '/authors/amy-march', count: 1 },
  ])
  await site.folder.remove('authors/amy-march.md')
  await site.change({})
  expect(slugs((await getTopicCompany('space')).authors)).toEqual(['jo-march'])
})

test('drafts, scheduled and withdrawn stories are nobody’s company but for those who write', async () => {
  const hidden = {
    ...about(['space, secret', 'space, secret'], { status: 'draft' }, 'd'),
    ...about(['space, later', 'space, later'], { published: '2027-01-01T00:00:00Z' }, 's'),
    ...about(
      ['space, gone', 'space, gone'],
      { status: 'withdrawn', withdrawn: '{ date: 2025-12-01, reason: Wrong. }' },
      'w',
    ),
  }
  const parts = { ...about(['space']), ...hidden }
  {
    await using _ = await runningSite(parts)
    expect(await getTopicCompany('space')).toMatchObject({ related: [], seen: 1, authors: [{ count: 1 }] })
  }
  await using _ = await runningSite(parts, WRITING)
  expect(slugs((await getTopicCompany('space')).related)).toContain('secret')
})

test('a topic without stories has no company', async () => {
  await using _ = await runningSite()
  expect(await getTopicCompany('nothing')).toEqual({ authors: [], related: [], seen: 0 })
})

test('it depends on its stories and on how many the near topics have, and not on others', async () => {
  await using site = await runningSite(about(['space, moon', 'moon', 'maps']))
  const reading = new Reading()
  await reading.run(() => getTopicCompany('space'))
  reading.end()
  const isTouched = (keys: readonly string[]) => keys.some((key) => reading.keys.has(key))
  expect(isTouched(await site.change(about(['maps'], {}, 'x')))).toBe(false)
  expect(isTouched(await site.change(about(['moon'], {}, 'y')))).toBe(true)
})
