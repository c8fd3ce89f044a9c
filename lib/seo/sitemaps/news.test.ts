import { expect, test } from 'vitest'
import { publication, UK } from '#tests/fixtures/publication.ts'
import { moment, story } from '#tests/fixtures/stories.ts'
import { newsEntries, newsLanguage } from './news.ts'

test('a story is told with publication, language, date with its offset, and headline', () => {
  const [entry] = newsEntries(publication(), [story({ published: moment('2026-09-25T07:05:00-04:00') })])
  expect(entry).toEqual({
    url: 'https://broadsheet.example/science/how-a-space-station-stays-up',
    news: {
      publication: { name: 'Broadsheet', language: 'en' },
      publication_date: '2026-09-25T07:05:00-04:00',
      title: 'How a space station stays up',
    },
  })
})

test("the language is that of the story's edition, else the publication's", () => {
  const authors = story().byline.authors
  const inWelsh = story({ byline: { authors, edition: { ...UK, locale: 'cy-GB' } } })
  const inNone = story({ byline: { authors, edition: null } })
  const entries = newsEntries(publication({ locale: 'fr-CA' }), [inWelsh, inNone])
  expect(entries.map(({ news }) => news?.publication.language)).toEqual(['cy', 'fr'])
})

test('drafts and scheduled stories, which whoever writes sees in lists, are no news', () => {
  const stories = (['draft', 'scheduled', 'published'] as const).map((state) => story({ slug: state, state }))
  expect(newsEntries(publication(), stories).map(({ url }) => url)).toEqual([
    'https://broadsheet.example/science/published',
  ])
})

test.each([
  ['en-US', 'en'],
  ['haw', 'haw'],
  ['zh', 'zh-cn'],
  ['zh-TW', 'zh-tw'],
  ['zh-HK', 'zh-tw'],
  ['zh-Hans-HK', 'zh-cn'],
])('%s is the language %s', (locale, language) => {
  expect(newsLanguage(locale)).toBe(language)
})
