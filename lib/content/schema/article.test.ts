import { expect, test } from 'vitest'
import { ARTICLE, article, checkArticle, checkFolder, contentFolder, FILE, markdown } from '#tests/fixtures/content.ts'

const long = (length: number) => 'x'.repeat(length)
const picture = (over: string) => `{ src: /media/dot.png, alt: A dot, credit: Us${over} }`

test.each(['title', 'kind', 'section', 'published'])('%s is required', async (field) => {
  const problem = `1:1 error "${field}" is missing missing-field`
  expect(await checkArticle({ [field]: null })).toContain(problem)
})

test.each(['title', 'kind', 'section', 'published'])('%s may not be left empty', async (field) => {
  const line = Object.keys(ARTICLE).indexOf(field) + 2
  expect(await checkArticle({ [field]: '' })).toContain(`${line}:1 error "${field}" is missing missing-field`)
})

test.each([
  ['title', 110],
  ['dek', 250],
])('%s has at most %i characters', async (field, most) => {
  const line = Object.keys(ARTICLE).indexOf(field) + 2
  const rules = async (value: string) => (await checkArticle({ [field]: value })).filter((text) => / error /.test(text))
  expect(await rules(long(most))).toEqual([])
  expect(await rules(long(most + 1))).toEqual([
    `${line}:${field.length + 3} error "${field}" may have at most ${most} characters (it has ${most + 1}) invalid-field`,
  ])
})

test.each([
  ['title', '2022', '2:8 error "title" must be text; put it in quotes invalid-field'],
  ['title', '[one, two]', '2:8 error "title" must be text invalid-field'],
  ['title', '"  "', '2:8 error "title" must not be empty invalid-field'],
  ['topics', 'space', '9:9 error "topics" must be a list, as in [one, two] invalid-field'],
  ['topics', '[space, 2022]', '9:17 error "topics.1" must be text; put it in quotes invalid-field'],
  [
    'topics',
    '[Outer Space]',
    '9:10 error "topics.0" must be a slug: lower-case letters and digits, with single hyphens between words invalid-field',
  ],
  [
    'related',
    '[../../etc/passwd]',
    '9:11 error "related.0" must be a slug: lower-case letters and digits, with single hyphens between words invalid-field',
  ],
  [
    'status',
    'publish',
    '9:9 error "status" must be one of draft, published, withdrawn (did you mean "published"?) invalid-field',
  ],
  ['corrections', '{ text: x }', '9:14 error "corrections" must be a list, as in [one, two] invalid-field'],
  ['corrections', '[{ text: Wrong. }]', '9:15 error "date" is missing in corrections.0 missing-field'],
  ['corrections', '[{ date: 2022-04-03T09:00:00Z }]', '9:15 error "text" is missing in corrections.0 missing-field'],
  ['sources', '[{ name: Reuters }]', '9:11 error "url" is missing in sources.0 missing-field'],
  [
    'sources',
    '[{ name: Reuters, url: reuters.com }]',
    '9:33 error "sources.0.url" must be an http or https address invalid-field',
  ],
  ['seo', 'title', '9:6 error "seo" must be a group of fields, as in { name: value } invalid-field'],
  ['series', '[moon-again]', '9:9 error "series" must be text invalid-field'],
])('%s: %s is ill-typed', async (field, value, problem) => {
  expect(await checkArticle({ [field]: value })).toEqual([problem])
})

test.each([
  ['{ alt: A dot, credit: Us }', '8:8 error "src" is missing in image missing-field'],
  ['{ src: /media/dot.png, credit: Us }', '8:8 error "alt" is missing in image missing-alt'],
  ['{ src: /media/dot.png, alt: " ", credit: Us }', '8:36 error "image.alt" must not be empty missing-alt'],
  ['{ src: /media/dot.png, alt: A dot }', '8:8 error "credit" is missing in image missing-credit'],
  ['{ src: /media/dot.png, alt: A dot, credit: "" }', '8:51 error "image.credit" must not be empty missing-credit'],
  ['/media/dot.png', '8:8 error "image" must be a group of fields, as in { name: value } invalid-field'],
  [
    picture(', focus: middle'),
    '8:62 error "image.focus" must be two percentages from the top left, as in 40% 30% invalid-field',
  ],
  [
    picture(', focus: 101% 0%'),
    '8:62 error "image.focus" must be two percentages from the top left, as in 40% 30% invalid-field',
  ],
])('a picture must be complete: %s', async (image, problem) => {
  expect(await checkArticle({ image })).toEqual([problem])
})

test.each(['/media/../site.yaml', '/media/a/../../site.yaml', '/media/./dot.png', 'media/dot.png', '/media/'])(
  'a picture cannot be %s',
  async (src) => {
    expect(await checkArticle({ image: `{ src: ${src}, alt: A dot, credit: Us }` })).toEqual([
      '8:15 error "image.src" must be a file in media/, written /media/name.jpg missing-image',
    ])
  },
)

test('what is optional may be given', async () => {
  const over = {
    updated: '2022-04-03T09:00:00-04:00',
    image: picture(', caption: It *falls*., focus: 40% 30%'),
    corrections: '[{ date: 2022-04-03T09:00:00-04:00, text: It misses. }]',
    sources: '[{ name: Reuters, url: "https://reuters.com/a?b=c#d" }]',
    seo: '{ title: Up, description: Down. }',
    status: 'published',
  }
  expect(await checkArticle(over)).toEqual([])
})

test('a field without a value counts as absent', async () => {
  expect(await checkArticle({ updated: '', topics: '~', image: null, status: 'draft', seo: 'null' })).toEqual([])
})

test('all problems of a file are reported at once, each in its place', async () => {
  const over = { title: '5', kind: 'newz', section: null, published: '2022-04-02', topic: '[a]', image: null }
  expect(await checkArticle(over, 'See [this](/nowhere).\n\n::promo\n')).toEqual([
    '1:1 error "section" is missing missing-field',
    '1:1 warning a published article without an image no-image',
    '2:8 error "title" must be text; put it in quotes invalid-field',
    '4:7 error there is no kind "newz" (did you mean "news"?) unknown-kind',
    '6:12 error "published" needs a time and a zone, as in 2022-04-02T15:04:00-04:00 date-zone',
    '7:1 error unknown field "topic" (did you mean "topics"?) unknown-field',
    '9:5 error the link to "/nowhere" leads nowhere: no section, page or edition has that name dead-link',
    '11:1 error there is no directive "promo"; there are newsletter, promotion, related, pullquote, aside, figure unknown-directive',
  ])
})

test("an article's fields come out with their defaults", async () => {
  await using folder = await contentFolder({ [FILE]: article({ title: '"  Spaced  "', topics: '[space]' }) })
  expect(folder.parse(FILE).complete).toMatchObject({
    title: 'Spaced',
    status: 'published',
    topics: ['space'],
    related: [],
    published: { iso: '2022-04-02T15:04:00-04:00', ms: Date.parse('2022-04-02T19:04:00Z') },
    image: { src: '/media/dot.png', alt: 'A dot', credit: 'Broadsheet' },
  })
})

test('an author has a name and may have more', async () => {
  const author = (fields: Record<string, string>) => checkFolder({ 'authors/amy-march.md': markdown(fields) })
  const photo = '{ src: /media/dot.png, alt: Amy, focus: 50% 20% }'
  expect(
    await author({ name: 'Amy', role: 'Critic', photo, links: '[{ label: Site, url: https://a.example }]' }),
  ).toEqual([])
  expect(await author({ name: 'Amy', photo: '{ src: /media/dot.png }', link: 'x' })).toEqual([
    'authors/amy-march.md:3:8 error "alt" is missing in photo missing-alt',
    'authors/amy-march.md:4:1 error unknown field "link" (did you mean "links"?) unknown-field',
  ])
  expect(await author({})).toEqual(['authors/amy-march.md:1:1 error "name" is missing missing-field'])
})
