import { load } from 'js-yaml'
import { remark } from 'remark'
import { expect, test } from 'vitest'
import { article, FILE } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import type { Publication } from '../../content/model.ts'
import { findSource, type SourceArticle } from '../../content/queries/markdown.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { articleMarkdown } from './document.ts'

/** The document of the one story of a small publication, taken apart. */
async function written(fields: Parameters<typeof article>[0], body?: string, over: Partial<SourceArticle> = {}) {
  await using _ = await runningSite({ [FILE]: article(fields, body) })
  const found = await findSource('world', 'a')
  if (found?.type !== 'found') throw new Error('there is no story')
  const publication: Publication = await getPublication()
  const document = articleMarkdown(publication, { ...found.article, ...over })
  const [, front = '', text = ''] = /^---\n(.*?)\n---\n\n(.*)$/s.exec(document) ?? []
  return { document, front: load(front) as Record<string, unknown>, text }
}

test('a story comes with its facts, and reads as on its page', async () => {
  const { front, text } = await written(
    {
      authors: '[jo-march, amy-march]',
      edition: 'uk',
      updated: '2022-04-03T09:00:00-04:00',
      topics: '[space-race]',
      series: 'moon-again',
      corrections: '[{ date: 2022-04-03T09:00:00Z, text: "It [misses](/about)." }]',
      sources: '[{ name: Reuters, url: "https://reuters.com/a" }]',
      image: '{ src: /media/dot.png, alt: A dot, credit: Broadsheet, caption: A *dot*. }',
    },
    'It falls.\n',
  )
  expect(front).toEqual({
    title: 'The station stays up',
    description: 'It falls all the time and misses.',
    canonical: 'https://broadsheet.example/world/a',
    publication: 'Broadsheet',
    authors: [
      { name: 'Jo March', url: 'https://broadsheet.example/authors/jo-march' },
      { name: 'Amy March', url: 'https://broadsheet.example/authors/amy-march' },
    ],
    edition: 'Broadsheet UK',
    published: '2022-04-02T15:04:00-04:00',
    updated: '2022-04-03T09:00:00-04:00',
    language: 'en-GB',
    section: 'World',
    topics: ['Space race'],
    series: 'The Moon, again',
    corrections: [{ date: '2022-04-03T09:00:00Z', text: 'It [misses](https://broadsheet.example/about).' }],
  })
  expect(text.replace(/\?v=[\w-]+/, '')).toBe(
    `# The station stays up

*It falls all the time and misses.*

![A dot](https://broadsheet.example/media/dot.png)

A *dot*. Credit: Broadsheet

It falls.

## Sources

- [Reuters](https://reuters.com/a)
`,
  )
})

test('what a story does not have is not named', async () => {
  const { front } = await written({ image: null })
  for (const name of ['updated', 'series', 'topics', 'corrections', 'withdrawn', 'edition'])
    expect(front).not.toHaveProperty(name)
})

test('a withdrawn story says that it is, and why, and nothing of what it said', async () => {
  const withdrawn = '{ date: 2022-05-01T09:00:00Z, reason: It was made up. }'
  const { front, text } = await written({ status: 'withdrawn', withdrawn }, 'It falls.\n')
  expect(front.withdrawn).toEqual({ date: '2022-05-01T09:00:00Z', reason: 'It was made up.' })
  expect(text).toBe('# The station stays up\n\n**This story has been withdrawn**: It was made up.\n')
})

test.for([
  '---\ntitle: other',
  '"quoted": \'and\' # more',
  '</script> ]]> & <b>',
  '- [x](javascript:alert) *a* _b_ `c`',
  'null',
  '2022-04-02',
  'שלום \u202e and \u2028 \u0085 🌍',
  '...\n---\n',
])('front matter and headline hold %j as it is', async (hostile) => {
  const { front, text } = await written({}, '---\n\ntitle: other\n', { headline: hostile, dek: hostile })
  expect([front.title, front.description]).toEqual([hostile, hostile])
  expect(front.canonical).toBe('https://broadsheet.example/world/a')
  const [heading] = remark().parse(text).children
  expect(heading).toMatchObject({ type: 'heading', depth: 1 })
  const nodes = heading?.type === 'heading' ? heading.children.map(({ type }) => type) : []
  expect(new Set(nodes)).toEqual(new Set(['text']))
})
