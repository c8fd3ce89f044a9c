import { expect, test } from 'vitest'
import { article, checkArticle } from '#tests/fixtures/content.ts'

const PARTS = {
  'articles/later.md': article({ published: '2026-06-01T12:00:00Z' }),
  'articles/draft.md': article({ status: 'draft' }),
  'articles/moved.md': article(
    { aliases: '[old-name]', section: 'science' },
    '## Why it *falls*\n\nIt misses.\n\n## Why it falls\n',
  ),
  'articles/gone.md': article({ status: 'withdrawn', withdrawn: '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }' }),
  'articles/tagged.md': article({ topics: '[space]' }),
}

/** What is wrong with an article whose body is one link that starts the line. */
const checkLink = (href: string, over = {}) => checkArticle(over, `[this](${href})\n`, PARTS)
const dead = (href: string, why: string) => [`10:1 error the link to "${href}" leads nowhere: ${why}`]

test.each([
  '/',
  '/authors',
  '/topics',
  '/newsletters',
  '/search?q=moon',
  '/most-read',
  '/archive',
  '/archive/2022/04/02',
  '/world',
  '/world/',
  '/world?page=2',
  '/uk',
  '/about',
  '/about#who-we-are',
  '/authors/jo-march',
  '/series/moon-again',
  '/newsletters/morning',
  '/newsletters/morning/2026-11-23',
  '/subscribe',
  '/topics/space',
  '/media/dot.png',
  '/world/station',
  '/world/gone',
  'station',
  './station',
  '../science',
  '?page=2',
  'https://broadsheet.example',
  'https://broadsheet.example/world/station',
  'https://elsewhere.example/nowhere#x',
  '//elsewhere.example/x',
  'mailto:desk@broadsheet.example',
  'tel:+15551234',
])('%s leads somewhere', async (href) => {
  expect(await checkLink(href)).toEqual([])
})

test('a story that moved is found by its alias and in a wrong section', async () => {
  expect(await checkLink('/science/old-name')).toEqual([])
  expect(await checkLink('/world/moved')).toEqual([])
  expect(await checkLink('/world/old-name#why-it-falls')).toEqual([])
})

test.each([
  ['/nowhere', 'no section, page or edition has that name dead-link'],
  ['/abuot', 'no section, page or edition has that name (did you mean "about"?) dead-link'],
  ['/us', 'no section, page or edition has that name (did you mean "uk"?) dead-link'],
  ['/world/statoin', 'there is no article "statoin" (did you mean "station"?) dead-link'],
  ['/wrold/station', 'there is no section "wrold" (did you mean "world"?) dead-link'],
  ['/authors/jo', 'there is no "jo" in authors/ dead-link'],
  ['/series/moon-agian', 'there is no "moon-agian" in series/ (did you mean "moon-again"?) dead-link'],
  ['/newsletters/evening/2026-11-23', 'there is no "evening" in newsletters/ dead-link'],
  ['/newsletters/morning/2026-11-31', 'no page has such an address dead-link'],
  ['/newsletters/morning/2026-11-23/x', 'no page has such an address dead-link'],
  ['/newsletters/evening', 'there is no "evening" in newsletters/ dead-link'],
  ['/topics/spaec', 'there is no "spaec" in topics/ (did you mean "space"?) dead-link'],
  ['/media/dto.png', 'there is no such file (did you mean "/media/dot.png"?) dead-link'],
  ['/media/../site.yaml', 'no section, page or edition has that name dead-link'],
  ['/media/%2e%2e/site.yaml', 'no section, page or edition has that name dead-link'],
  ['/world/2022/station', 'no page has such an address dead-link'],
  ['/archive/2022/13', 'the calendar has no such day, month or year dead-link'],
  ['/constructor/name', 'there is no section "constructor" dead-link'],
  ['/__proto__/name', 'there is no section "__proto__" dead-link'],
  ['/%E0%A4%A', 'no section, page or edition has that name dead-link'],
  ['nowhere', 'there is no article "nowhere" dead-link'],
  ['https://broadsheet.example/nowhere', 'no section, page or edition has that name dead-link'],
  ['/world/draft', 'that article is a draft dead-link'],
  ['/world/later', 'that article is published later than this one dead-link'],
])('%s leads nowhere', async (href, why) => {
  expect(await checkLink(href)).toEqual(dead(href, why))
})

test('from a draft a link may lead to what nobody sees yet', async () => {
  expect(await checkLink('/world/draft', { status: 'draft' })).toEqual([])
  expect(await checkLink('/world/later', { status: 'draft' })).toEqual([])
})

test('a scheduled article may link to what is there when it appears', async () => {
  expect(await checkLink('/world/later', { published: '2026-06-01T12:00:00Z' })).toEqual([])
  expect(await checkLink('/world/later', { published: '2026-06-01T11:59:59Z' })).not.toEqual([])
})

test.each([
  ['#nowhere', 'no heading has that anchor dead-anchor'],
  ['#', 'it names no place dead-anchor'],
  ['/world/station#x', 'no heading has that anchor dead-anchor'],
  ['/science/moved#why-it-fals', 'no heading has that anchor (did you mean "why-it-falls"?) dead-anchor'],
  ['/about#who-are-we', 'no heading has that anchor dead-anchor'],
])('the anchor %s leads nowhere', async (href, why) => {
  expect(await checkLink(href)).toEqual(dead(href, why))
})

test('headings give anchors, numbered where they repeat', async () => {
  const body =
    '[a](#über-uns), [b](#%C3%BCber-uns-1), [c](/world/a#über-uns), [d](a#über-uns)\n\n## Über uns\n\n## Über uns\n'
  expect(await checkArticle({}, body)).toEqual([])
})

test.each([
  'javascript:alert(1)',
  'JAVASCRIPT:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  'blob:x',
])('%s is no link for readers', async (href) => {
  expect(await checkLink(href)).toEqual([
    `10:1 error links may lead to https:, mailto: and tel: addresses and to this site, not to "${href}" unsafe-link`,
  ])
})

test('links of every form are found, each in its place', async () => {
  const body = 'One [a][b], <a href="/no/w">c</a>, **[d](/no/x)**\nand www.broadsheet.example.\n\n[b]: /no/y\n'
  const lines = await checkArticle({}, body)
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['10:13', '10:38', '13:1'])
})

test('a very long address is cut in the message', async () => {
  const [line] = await checkLink(`/${'x'.repeat(500)}`)
  expect(line).toContain(`"/${'x'.repeat(79)}…"`)
})
