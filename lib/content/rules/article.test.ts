import { expect, test } from 'vitest'
import { article, checkArticle, checkFolder, contentFolder, FILE, site, type Yaml } from '#tests/fixtures/content.ts'
import { formatReport } from '../../cli/report.ts'

const LIVE = { 'site.yaml': site({ kinds: '{ live: Live }' }) }

test('a good article has no problem', async () => {
  expect(await checkArticle({})).toEqual([])
})

test('the line of the content contract comes out as it stands there', async () => {
  await using folder = await contentFolder({ 'articles/2022/04/roscosmos.md': article({ authors: '[jo-marhc]' }) })
  expect(formatReport('text', await folder.read(), (file) => `content/${file}`)).toBe(
    'content/articles/2022/04/roscosmos.md:6:11 error author "jo-marhc" has no file in authors/ (did you mean "jo-march"?) unknown-author\n',
  )
})

test.each([
  [{ section: 'wrold' }, '5:10 error section "wrold" has no file in sections/ (did you mean "world"?) unknown-section'],
  [{ kind: 'newz' }, '4:7 error there is no kind "newz" (did you mean "news"?) unknown-kind'],
  [{ edition: 'usa' }, '9:10 error edition "usa" is not in site.yaml (did you mean "us"?) unknown-edition'],
  [{ series: 'the-sun' }, '9:9 error series "the-sun" has no file in series/ unknown-series'],
  [
    { authors: '[jo-march, ami-march]' },
    '6:21 error author "ami-march" has no file in authors/ (did you mean "amy-march"?) unknown-author',
  ],
  [{ related: '[station, orbit]' }, '9:20 error there is no article "orbit" unknown-article'],
  [{ kind: 'constructor' }, '4:7 error there is no kind "constructor" unknown-kind'],
])('a name that is not there is an error: %j', async (over, problem) => {
  expect(await checkArticle(over)).toEqual([problem])
})

test('names that are there are right', async () => {
  const over = { edition: 'uk', series: 'moon-again', related: '[station]', topics: '[anything-goes]' }
  expect(await checkArticle(over)).toEqual([])
})

test.each(['news', 'feature', 'speed-read', 'talking-point', 'analysis', 'opinion', 'explainer', 'puzzle'])(
  '%s is a kind',
  async (kind) => {
    expect(await checkArticle({ kind })).toEqual([])
  },
)

test('site.yaml may add a kind', async () => {
  expect(await checkArticle({ kind: 'live' }, '', LIVE)).toEqual([])
})

test('an article may do without authors only where an edition signs', async () => {
  const problem = 'error an article needs an author, or an edition to sign it missing-author'
  expect(await checkArticle({ authors: '[]' })).toEqual([`6:10 ${problem}`])
  expect(await checkArticle({ authors: null })).toEqual([`1:1 ${problem}`])
  expect(await checkArticle({ authors: '[]', edition: 'us' })).toEqual([])
})

test('an edition that is wrong is not said to be missing', async () => {
  expect(await checkArticle({ authors: '[]', edition: 'usa' })).toEqual([expect.stringMatching(/ unknown-edition$/)])
})

test('a dek is required but of kind live', async () => {
  expect(await checkArticle({ dek: null })).toEqual(['1:1 error "dek" is missing missing-field'])
  expect(await checkArticle({ dek: '' })).toEqual(['3:1 error "dek" is missing missing-field'])
  expect(await checkArticle({ dek: null, kind: 'live' }, '', LIVE)).toEqual([])
})

test('updated may not be before published, in whatever zone they are written', async () => {
  expect(await checkArticle({ updated: '2022-04-02T19:03:59Z' })).toEqual([
    '9:10 error "updated" (2022-04-02T19:03:59Z) is before "published" (2022-04-02T15:04:00-04:00) date-order',
  ])
  expect(await checkArticle({ updated: '2022-04-02T19:04:00Z' })).toEqual([])
})

test('a withdrawn article tells the public when and why', async () => {
  expect(await checkArticle({ status: 'withdrawn' })).toEqual([
    '9:9 error a withdrawn article needs "withdrawn" with a date and a reason for the public missing-field',
  ])
  expect(await checkArticle({ status: 'withdrawn', withdrawn: '{ date: 2022-04-03T09:00:00Z }' })).toEqual([
    '10:12 error "reason" is missing in withdrawn missing-field',
  ])
  const withdrawn = '{ date: 2022-04-03T09:00:00Z, reason: The board was wrong. }'
  expect(await checkArticle({ status: 'withdrawn', withdrawn })).toEqual([])
})

test('a reason for withdrawal in an article that is not withdrawn is a step forgotten', async () => {
  expect(await checkArticle({ withdrawn: '{ date: 2022-04-03T09:00:00Z, reason: Wrong. }' })).toEqual([
    '9:12 error "withdrawn" is given, but the status is published invalid-field',
  ])
})

test('a slug that is used twice is an error in the second file by path', async () => {
  expect(await checkFolder({ 'articles/2023/station.md': article() })).toEqual([
    'articles/2023/station.md:1:1 error the slug "station" is used already by articles/2022/04/station.md duplicate-slug',
  ])
})

test('a slug that the site needs is an error', async () => {
  expect(await checkFolder({ 'articles/feed.md': article() })).toEqual([
    'articles/feed.md:1:1 error "feed" is a name that the site needs itself; rename the file reserved-slug',
  ])
})

test.each(['A', 'a--b', '-a', 'a_b', 'a b', 'a..b', 'é', 'a.b'])('%j is no slug', async (slug) => {
  expect(await checkFolder({ [`articles/${slug}.md`]: article() })).toEqual([
    `articles/${slug}.md:1:1 error the file's name is its address, so it must be lower-case letters and digits with single hyphens: "${slug}" bad-slug`,
  ])
})

test.each([
  ['[a]', '9:11 error the alias "a" is the article\'s own slug duplicate-slug'],
  ['[b, station]', '9:14 error the alias "station" is used already by the article "station" duplicate-slug'],
  ['[Old]', expect.stringMatching(/^9:11 error "aliases.0" must be a slug: .* invalid-field$/)],
])('an alias may not collide: %s', async (aliases, problem) => {
  expect(await checkArticle({ aliases })).toEqual([problem])
})

test('two articles may not have one alias', async () => {
  const parts = { [FILE]: article({ aliases: '[old]' }), 'articles/2022/04/b.md': article({ aliases: '[old]' }) }
  expect(await checkFolder(parts)).toEqual([
    'articles/2022/04/b.md:9:11 error the alias "old" is used already by the article "a" duplicate-slug',
  ])
})

test('a version names the original and its own edition', async () => {
  const check = async (over: Yaml, others = {}) =>
    (await checkFolder({ [FILE]: article(over), ...others })).map((line) => line.replace(/^\S+ /, ''))
  expect(await check({ original: 'station', edition: 'uk' })).toEqual([])
  expect(await check({ original: 'station' })).toEqual([
    'error a version of a story needs the "edition" that it is for missing-field',
  ])
  expect(await check({ original: 'a', edition: 'uk' })).toEqual([
    'error "original" is the article itself invalid-field',
  ])
  expect(await check({ original: 'staton', edition: 'uk' })).toEqual([
    'error there is no article "staton" (did you mean "station"?) unknown-article',
  ])
  const other = { 'articles/b.md': article({ original: 'station', edition: 'uk' }) }
  expect(await check({ original: 'b', edition: 'us' }, other)).toEqual([
    'error "b" is itself a version of "station": name that one invalid-field',
  ])
})
