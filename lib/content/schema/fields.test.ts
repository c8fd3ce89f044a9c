import { expect, test } from 'vitest'
import { checkArticle, checkFolder, markdown, site } from '#tests/fixtures/content.ts'

test.each([
  [{ topic: '[a]' }, '9:1 error unknown field "topic" (did you mean "topics"?) unknown-field'],
  [{ Author: 'jo' }, '9:1 error unknown field "Author" (did you mean "authors"?) unknown-field'],
  [{ weather: 'fine' }, '9:1 error unknown field "weather" unknown-field'],
  [{ seo: '{ tilte: x }' }, '9:8 error unknown field "tilte" in seo (did you mean "title"?) unknown-field'],
  [
    { sources: '[{ name: a, url: "https://a.example" }, { name: b, url: "https://b.example", link: c }]' },
    '9:87 error unknown field "link" in sources.1 unknown-field',
  ],
  [
    { withdrawn: '{ date: 2022-04-03T09:00:00Z, reason: x, reasons: y }', status: 'withdrawn' },
    '9:53 error unknown field "reasons" in withdrawn (did you mean "reason"?) unknown-field',
  ],
  [
    { sources: '[{ name: a, uri: b, url: "https://a.example" }]' },
    '9:22 error unknown field "uri" in sources.0 (did you mean "url"?) unknown-field',
  ],
  [{ __proto__x: '1' }, '9:1 error unknown field "__proto__x" unknown-field'],
  [{ '"__proto__"': '{ a: 1 }' }, '9:1 error unknown field "__proto__" unknown-field'],
  [{ constructor: 'x' }, '9:1 error unknown field "constructor" unknown-field'],
  [{ hasOwnProperty: 'x' }, '9:1 error unknown field "hasOwnProperty" unknown-field'],
])('an unknown field is an error: %j', async (over, problem) => {
  expect(await checkArticle(over)).toEqual([problem])
})

test('all that is wrong within one value is reported', async () => {
  const image = '{ source: /media/dot.png, alt: A dot, credits: Us, __proto__: { a: 1 } }'
  expect(await checkArticle({ image })).toEqual([
    '8:8 error "credit" is missing in image missing-credit',
    '8:8 error "src" is missing in image missing-field',
    '8:10 error unknown field "source" in image unknown-field',
    '8:46 error unknown field "credits" in image (did you mean "credit"?) unknown-field',
    '8:59 error unknown field "__proto__" in image unknown-field',
  ])
})

test('a very long field name is cut in the message', async () => {
  const [problem] = await checkArticle({ ['x'.repeat(500)]: '1' })
  expect(problem).toBe(`9:1 error unknown field "${'x'.repeat(60)}" unknown-field`)
})

test('a field in a block of its own is found on its own line', async () => {
  expect(await checkArticle({ seo: '\n  title: Up\n  descripton: Down' })).toEqual([
    '11:3 error unknown field "descripton" in seo (did you mean "description"?) unknown-field',
  ])
})

test('defaults within a group hold', async () => {
  const newsletter = { title: 'Noon', description: 'At lunch.', schedule: 'daily 12:00', selection: '{ limit: 3 }' }
  expect(await checkFolder({ 'newsletters/noon.md': markdown(newsletter) })).toEqual([])
})

test('a name in a mapping is checked where it stands', async () => {
  expect(await checkFolder({ 'site.yaml': site({ kinds: '{ live: Live, Bad Kind: x, long: 5 }' }) })).toEqual([
    'site.yaml:9:22 error "kinds.Bad Kind" must be a slug: lower-case letters and digits, with single hyphens between words invalid-field',
    'site.yaml:9:41 error "kinds.long" must be text; put it in quotes invalid-field',
  ])
})
