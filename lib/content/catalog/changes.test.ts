import { expect, test } from 'vitest'
import { article, FILE, markdown, NOW, PNG, site } from '#tests/fixtures/content.ts'
import { openedStore } from '#tests/fixtures/store.ts'

const LISTS = [
  'list:all',
  'list:author:jo-march',
  'list:edition:',
  'list:recent',
  'list:section:world',
  'lists:author',
  'month:2022-04',
  'months',
]
const HOUR = 3600 * 1000

test('an edit to a body changes the article and no list', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  expect(await opened.change({ [FILE]: article({}, 'It falls, still.\n') })).toEqual(['article:a'])
})

test('a changed headline changes the article and every card of it', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  expect(await opened.change({ [FILE]: article({ title: 'Another' }) })).toEqual([
    'article:a',
    'month:2022-04',
    'story:a',
  ])
})

test('a file that is saved unchanged changes nothing', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  expect(await opened.change({ [FILE]: article() })).toEqual([])
})

test('a new article changes the lists it stands in, and so does one that goes', async () => {
  await using opened = await openedStore()
  expect(await opened.change({ [FILE]: article() })).toEqual(['article:a', ...LISTS, 'story:a'])
  await opened.folder.remove(FILE)
  expect(await opened.renew()).toEqual(['article:a', ...LISTS, 'story:a', 'words'])
})

test('a story that gets another topic changes the lists that had it and the one that has it', async () => {
  await using opened = await openedStore({ [FILE]: article({ topics: '[space]' }) })
  const keys = await opened.change({ [FILE]: article({ topics: '[moon]' }) })
  expect(keys).toEqual(expect.arrayContaining(['list:topic:space', 'list:topic:moon', 'lists:topic', 'list:all']))
})

test('another time of publication changes the order of every list', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  const keys = await opened.change({ [FILE]: article({ published: '2022-04-01T15:04:00-04:00' }) })
  expect(keys).toEqual(['article:a', ...LISTS, 'story:a'])
})

test('a broken article, and one that never was good, change nothing', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  const broken = article({ authors: '[nobody]' })
  expect(await opened.change({ [FILE]: broken, 'articles/b.md': broken })).toEqual([])
})

test('drafts and scheduled stories change nothing', async () => {
  await using opened = await openedStore()
  const parts = {
    [FILE]: article({ status: 'draft' }),
    'articles/b.md': article({ published: '2027-01-01T00:00:00Z' }),
  }
  expect(await opened.change(parts)).toEqual([])
  expect(await opened.change({ [FILE]: article({ status: 'draft', title: 'Longer' }) })).toEqual([])
})

test('an author’s biography changes the author, the name also every byline', async () => {
  await using opened = await openedStore()
  const author = (name: string, body: string) => ({ 'authors/jo-march.md': markdown({ name, role: 'Reporter' }, body) })
  expect(await opened.change(author('Jo March', 'Jo wrote.\n'))).toEqual(['author:jo-march', 'authors'])
  expect(await opened.change(author('Jo Bhaer', 'Jo wrote.\n'))).toEqual([
    'author:jo-march',
    'authors',
    'byline:jo-march',
  ])
})

test('the publication and its sections change every page, a plain page only its own', async () => {
  await using opened = await openedStore()
  expect(await opened.change({ 'site.yaml': site({ name: 'Renamed' }) })).toContain('site')
  const section = markdown({ title: 'World', description: 'Elsewhere.', order: '1' })
  expect(await opened.change({ 'sections/world.md': section })).toContain('site')
  expect(await opened.change({ 'pages/about.md': markdown({ title: 'About' }, 'Us.\n') })).toEqual([
    'page:about',
    'pages',
  ])
  expect(await opened.change({ 'pages/about.md': markdown({ title: 'On us' }, 'Us.\n') })).toContain('site')
})

test('a picture changes by its bytes and nothing else', async () => {
  await using opened = await openedStore()
  expect(await opened.change({ 'media/dot.png': PNG })).toEqual([])
  expect(await opened.change({ 'media/dot.png': Buffer.concat([PNG, PNG]) })).toEqual(['media:/media/dot.png'])
  expect(await opened.change({ 'media/new.png': PNG })).toEqual(['media:/media/new.png'])
})

test('fronts, newsletters, series and topics have keys of their own', async () => {
  await using opened = await openedStore()
  const keys = await opened.change({
    'fronts/home.yaml': 'lead: station\n',
    'newsletters/morning.md': markdown({ title: 'Morning', description: 'Late.', schedule: 'daily 06:30' }),
    'series/moon-again.md': markdown({ title: 'The Moon', description: 'Back there.' }),
    'topics/space.md': markdown({ title: 'Out there' }),
  })
  expect(keys).toEqual([
    'front:home',
    'fronts',
    'newsletter:morning',
    'newsletters',
    'series',
    'series:moon-again',
    'topic:space',
    'topics',
  ])
})

test('the first newsletter, and the end of the last one, change every page: its foot asks for addresses', async () => {
  await using opened = await openedStore()
  const hasNewsletters = () => opened.store.catalog.site.publication.hasNewsletters
  expect(hasNewsletters()).toBe(true)
  await opened.folder.remove('newsletters/morning.md')
  expect(await opened.renew()).toContain('site')
  expect(hasNewsletters()).toBe(false)
  const newsletter = markdown({ title: 'Morning', description: 'Late.', schedule: 'daily 06:30' })
  expect(await opened.change({ 'newsletters/morning.md': newsletter })).toContain('site')
  expect(hasNewsletters()).toBe(true)
})

test('an alias that comes or goes changes what is at its address', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  expect(await opened.change({ [FILE]: article({ aliases: '[older]' }) })).toEqual(['article:a', 'article:older'])
  expect(await opened.change({ [FILE]: article() })).toEqual(['article:a', 'article:older'])
})

test('what is recent changes when a story is 48 hours old', async () => {
  const published = new Date(NOW - HOUR).toISOString()
  await using opened = await openedStore({ [FILE]: article({ published }) })
  opened.changes.length = 0
  await opened.store.keeper.tick(NOW + 47 * HOUR - 1)
  expect([opened.keys, opened.store.catalog.lists.recent(NOW + 47 * HOUR - 1, 9).length]).toEqual([[], 1])
  await opened.store.keeper.tick(NOW + 47 * HOUR)
  expect([opened.keys, opened.store.catalog.lists.recent(NOW + 47 * HOUR, 9).length]).toEqual([['list:recent'], 0])
})

test('what was published stays when the clock is set back', async () => {
  await using opened = await openedStore({ [FILE]: article({ published: '2025-12-31T12:00:00Z' }) })
  const before = Date.parse('2020-01-01T00:00:00Z')
  expect(await opened.renew(before)).toEqual([])
  expect(
    await opened.change({ [FILE]: article({ published: '2025-12-31T12:00:00Z', title: 'Edited' }) }, before),
  ).toEqual(['article:a', 'month:2025-12', 'story:a'])
  expect(opened.slugs).toEqual(['a', 'station'])
})

test('an editor can put a published story off', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  const keys = await opened.change({ [FILE]: article({ published: '2027-01-01T00:00:00Z' }) })
  expect([keys, opened.slugs]).toEqual([['article:a', ...LISTS, 'story:a'], ['station']])
})

test('a story that was kept back for its link to a scheduled one comes with that one', async () => {
  const later = '2026-01-01T13:00:00Z'
  await using opened = await openedStore({
    [FILE]: article({}, 'See [there](/world/b).\n'),
    'articles/b.md': article({ published: later }),
  })
  expect([opened.slugs, opened.problems]).toEqual([['station'], [expect.stringMatching(/dead-link$/)]])
  await opened.store.keeper.tick(Date.parse(later))
  expect([opened.slugs, opened.problems]).toEqual([['a', 'b', 'station'], []])
})

test('files that refer to one that comes or goes are checked again', async () => {
  const link = article({}, 'See [there](/world/b).\n')
  await using opened = await openedStore({ [FILE]: link })
  expect(opened.problems).toEqual([expect.stringMatching(/there is no article "b".* dead-link$/)])
  await opened.change({ 'articles/b.md': article() })
  expect([opened.problems, opened.slugs]).toEqual([[], ['a', 'b', 'station']])
  await opened.folder.remove('articles/b.md')
  await opened.renew()
  expect([opened.problems.length, opened.slugs]).toEqual([1, ['a', 'station']])
})

test('names that site.yaml lists are checked again when it changes', async () => {
  await using opened = await openedStore({ [FILE]: article({ kind: 'live', dek: null }), 'articles/b.md': article() })
  expect(opened.problems).toEqual([expect.stringMatching(/unknown-kind$/)])
  await opened.change({ 'site.yaml': site({ kinds: '{ live: Live }' }) })
  expect([opened.problems, opened.slugs]).toEqual([[], ['a', 'b', 'station']])
})

test('an alias that stays beside one that goes is not changed', async () => {
  await using opened = await openedStore({ [FILE]: article({ aliases: '[old, older]' }) })
  expect(await opened.change({ [FILE]: article({ aliases: '[old]' }) })).toEqual(['article:a', 'article:older'])
})

test('a correction changes when a month was last changed, and no card', async () => {
  await using opened = await openedStore({ [FILE]: article() })
  const corrections = '[{ date: 2022-06-03T09:00:00Z, text: It misses. }]'
  expect(await opened.change({ [FILE]: article({ corrections }) })).toEqual(['article:a', 'month:2022-04', 'months'])
  const { catalog } = opened.store
  expect(catalog.months.all()).toEqual([{ month: '2022-04', count: 2, modified: Date.parse('2022-06-03T09:00:00Z') }])
  expect(
    catalog.months.stories('2022-04', 9).map(({ card, modified }) => [card.slug, new Date(modified).toISOString()]),
  ).toEqual([
    ['a', '2022-06-03T09:00:00.000Z'],
    ['station', '2022-04-02T19:04:00.000Z'],
  ])
})

test('a month of UTC has the stories of its first and last second', async () => {
  await using opened = await openedStore({
    [FILE]: article({ published: '2022-04-30T23:59:59-04:00' }),
    'articles/b.md': article({ published: '2022-05-31T23:59:59Z' }),
  })
  const slugs = (month: string) => opened.store.catalog.months.stories(month, 9).map(({ card }) => card.slug)
  expect([slugs('2022-04'), slugs('2022-05'), slugs('2022-06')]).toEqual([['station'], ['a', 'b'], []])
  expect(opened.store.catalog.months.stories('2022-05', 1, 1).map(({ card }) => card.slug)).toEqual(['b'])
})
