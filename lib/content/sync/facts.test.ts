import { expect, test } from 'vitest'
import { article, contentFolder, FILE, site } from '#tests/fixtures/content.ts'
import { changedNames, type Facts, factsOf } from './facts.ts'

const moment = (iso: string) => ({ iso, ms: Date.parse(iso) })
const DAY = moment('2026-01-01T00:00:00Z')
const changed = (kind: string, before: Facts | null, after: Facts | null) => changedNames(kind, 'a', before, after)

test('an article tells what can be read of it, though the rest is wrong', async () => {
  await using folder = await contentFolder({ [FILE]: article({ title: null, topics: '[space]', aliases: '[old]' }) })
  const published = moment('2022-04-02T15:04:00-04:00')
  expect(factsOf(folder.parse(FILE))).toEqual({ status: 'published', published, topics: ['space'], aliases: ['old'] })
})

test('a publication tells its address, zone, editions and kinds; other files nothing', async () => {
  await using folder = await contentFolder({ 'site.yaml': site({ kinds: '{ live: Live }', name: null }) })
  expect(factsOf(folder.parse('site.yaml'))).toEqual({
    url: 'https://broadsheet.example',
    zone: 'America/New_York',
    editions: ['us', 'uk'],
    kinds: ['live'],
  })
  expect(factsOf(folder.parse('authors/jo-march.md'))).toEqual({})
})

test.each<[string, Facts | null, Facts | null, string[]]>([
  ['authors', null, {}, ['authors/a', 'near/authors']],
  ['authors', {}, null, ['authors/a', 'near/authors']],
  ['authors', {}, {}, []],
  ['media', null, {}, ['media/a', 'near/media']],
  ['media', {}, {}, ['media/a']],
  ['pages', {}, {}, ['anchors/pages/a']],
  ['articles', null, { status: 'published' }, ['articles/a', 'near/articles', 'articles/a', 'anchors/articles/a']],
  ['articles', { published: DAY }, { published: DAY }, ['anchors/articles/a']],
  ['articles', { published: DAY }, { published: { ...DAY, ms: 1 } }, ['articles/a', 'anchors/articles/a']],
  ['articles', { status: 'draft' }, { status: 'published' }, ['articles/a', 'anchors/articles/a']],
  ['articles', { aliases: ['x', 'y'] }, { aliases: ['y', 'z'] }, ['aliases/x', 'aliases/z', 'anchors/articles/a']],
  ['articles', { topics: ['x'] }, {}, ['topics/x', 'near/topics', 'anchors/articles/a']],
  ['site', { url: 'https://a.example' }, { url: 'https://b.example' }, ['url']],
  ['site', { editions: ['us'] }, { editions: ['us', 'uk'] }, ['edition/uk', 'editions']],
  ['site', { editions: ['us', 'uk'] }, { editions: ['uk', 'us'] }, ['editions']],
  ['site', { kinds: [] }, { kinds: ['live'] }, ['kind/live', 'kinds']],
  ['site', { kinds: [] }, { kinds: [], editions: [] }, ['editions', 'listed']],
])('of %s that were %j and are %j, the names that changed are told', (kind, before, after, names) => {
  expect(changed(kind, before, after)).toEqual(names)
})
