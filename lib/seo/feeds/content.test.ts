import { expect, test } from 'vitest'
import type { FeedStory } from '#lib/content/queries/feeds.ts'
import { publication } from '#tests/fixtures/publication.ts'
import { article, moment, picture, story } from '#tests/fixtures/stories.ts'
import { contentOf } from './content.ts'

const SITE = 'https://broadsheet.example'

const content = (over: Partial<FeedStory>): string | null =>
  contentOf(
    {
      ...article(),
      file: null,
      locale: 'en-US',
      modified: 0,
      firstSlug: 'a',
      body: [{ type: 'html', html: '<p>It falls.</p>' }],
      ...over,
    },
    publication(),
  )

test('a story is its picture, corrections, text and sources, in this order', () => {
  const html = content({
    picture: picture({ captionHtml: '<a href="/about">Up</a> &amp; down', credit: 'A & B' }),
    corrections: [{ date: moment('2026-09-26T01:00:00Z'), html: 'It <em>falls</em>; see <a href="#fn:1">1</a>.' }],
    sources: [
      { name: 'A <b>', url: 'https://a.example/?x="1"' },
      { name: 'B', url: 'https://b.example' },
    ],
  })
  expect(html).toBe(
    [
      `<figure><img src="${SITE}/media/orbit.jpg" alt="A station over the Earth" width="1600" height="900">`,
      `<figcaption><a href="${SITE}/about">Up</a> &amp; down <small>A &amp; B</small></figcaption></figure>`,
      '<aside><p><strong>Correction, September 25, 2026:</strong> It <em>falls</em>; ',
      `see <a href="${SITE}/science/how-a-space-station-stays-up#fn:1">1</a>.</p></aside>`,
      '<p>It falls.</p>',
      '<p>Sources: <a href="https://a.example/?x=%221%22">A &lt;b&gt;</a>, <a href="https://b.example/">B</a></p>',
    ].join(''),
  )
})

test('blocks become what every feed reader shows', () => {
  const html = content({
    body: [
      { type: 'pullquote', by: 'Jo & Amy', html: '<p>It “falls”.</p>' },
      { type: 'aside', title: '<Facts>', blocks: [{ type: 'html', html: '<p id="x">One.</p>' }] },
      { type: 'related', story: story({ slug: 'moon', headline: 'The <Moon>' }) },
      { type: 'figure', picture: picture({ credit: null }) },
    ],
  })
  expect(html).toBe(
    [
      '<blockquote><p>It “falls”.</p><p><cite>Jo &amp; Amy</cite></p></blockquote>',
      '<aside><p><strong>&lt;Facts&gt;</strong></p><p>One.</p></aside>',
      `<p>Read more: <a href="${SITE}/science/moon">The &lt;Moon&gt;</a></p>`,
      `<figure><img src="${SITE}/media/orbit.jpg" alt="A station over the Earth" width="1600" height="900"></figure>`,
    ].join(''),
  )
})

test('where a feed has summaries, a story is its dek, with what was corrected', () => {
  const corrections = [{ date: moment('2026-09-26T01:00:00Z'), html: 'It falls.' }]
  const correction = '<aside><p><strong>Correction, September 25, 2026:</strong> It falls.</p></aside>'
  expect(content({ body: null })).toBeNull()
  expect(content({ body: null, dek: 'Up & <up>', corrections })).toBe(`<p>Up &amp; &lt;up&gt;</p>${correction}`)
  expect(content({ body: null, dek: null, headline: 'Up', corrections })).toBe(`<p>Up</p>${correction}`)
})
