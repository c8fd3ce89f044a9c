import { expect, test } from 'vitest'
import { Reading } from '#lib/content/catalog/reading.ts'
import { article } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { getRelated } from './stories.ts'

const related = async (slug: string, limit = 9) => (await getRelated(slug, limit)).map((story) => story.slug)

/** Words are entered a moment after stories are published. */
const afterAMoment = <T>(ask: () => Promise<T>) => expect.poll(ask, { timeout: 3_000 })

const told = (headline: string, over: Parameters<typeof article>[0] = {}) =>
  article({ title: headline, dek: headline, ...over }, `${headline}.\n`)

test('what an editor picked comes first, in that order, then kin', async () => {
  await using _ = await runningSite({
    'articles/a.md': told('Comets return', { related: '[far, farther]', topics: '[space]' }),
    'articles/kin.md': told('Bread rises', { topics: '[space]' }),
    'articles/far.md': told('Wolves howl', { section: 'science' }),
    'articles/farther.md': told('Ferries wait', { section: 'science', topics: '[space]' }),
  })
  expect(await related('a')).toEqual(['far', 'farther', 'kin', 'station'])
  expect(await related('a', 3)).toEqual(['far', 'farther', 'kin'])
})

test('stories that tell of the same are found by their words, whatever section and topics they have', async () => {
  const text = 'A comet passes Jupiter tonight and astronomers in Chile watch its tail'
  await using _ = await runningSite({
    'articles/a.md': told(text),
    'articles/tail.md': told('Why the tail of a comet bends near Jupiter', { section: 'science' }),
    'articles/bread.md': told('Sourdough rises', { section: 'science' }),
  })
  await afterAMoment(() => related('a')).toEqual(['tail', 'station'])
})

test('a new story that belongs to the list of an old one appears there, and the page of that is out of date', async () => {
  await using site = await runningSite({
    'articles/a.md': told('A comet passes Jupiter tonight', { section: 'science' }),
    'articles/b.md': told('Sourdough rises overnight'),
  })
  const reading = new Reading()
  await reading.run(() => related('a'))
  reading.end()
  await site.change({ 'articles/new.md': told('Jupiter seen beside a comet', { section: 'world' }) })
  await afterAMoment(() => related('a')).toEqual(['new'])
  expect([...reading.keys]).toContain('kin:a')
})

test('each says why it is there', async () => {
  await using _ = await runningSite({
    'topics/space.md': '---\ntitle: Outer space\n---\n',
    'articles/a.md': told('Comets return', { series: 'moon-again', related: '[picked]', topics: '[space]' }),
    'articles/picked.md': told('Wolves howl', { section: 'science' }),
    'articles/part.md': told('Ferries wait', { section: 'science', series: 'moon-again' }),
    'articles/topic.md': told('Bread rises', { section: 'science', topics: '[space]' }),
  })
  const why = (await getRelated('a', 4)).map((story) => story.why)
  expect(why).toMatchObject([
    { type: 'picked' },
    { type: 'series', series: { title: 'The Moon, again' } },
    { type: 'topic', topic: { title: 'Outer space' } },
    { type: 'section', section: { title: 'World' } },
  ])
})

test('a story is not related to itself, nor to one that shares nothing', async () => {
  await using _ = await runningSite({
    'articles/a.md': told('Comets return', { related: '[a]' }),
    'articles/b.md': told('Bread rises', { section: 'science' }),
  })
  expect(await related('a')).toEqual(['station'])
})

test('a story that readers may not see is not related, even if it was picked', async () => {
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }'
  await using _ = await runningSite({
    'articles/a.md': told('Comets return', { related: '[draft, later, gone]' }),
    'articles/draft.md': told('Comets return soon', { status: 'draft' }),
    'articles/later.md': told('Comets return later', { published: '2026-06-01T00:00:00Z' }),
    'articles/gone.md': told('Comets return never', { status: 'withdrawn', withdrawn }),
    'articles/b.md': told('A comet returns', { section: 'science' }),
    ...Object.fromEntries(
      ['Bread', 'Wool', 'Glass', 'Salt'].map((it) => [
        `articles/${it.toLowerCase()}.md`,
        told(it, { section: 'science' }),
      ]),
    ),
  })
  await afterAMoment(() => related('a')).toEqual(['b', 'station'])
})

test('nothing is related to an article that is not there', async () => {
  await using _ = await runningSite()
  expect(await related('nothing')).toEqual([])
})
