import { JSDOM } from 'jsdom'
import { expect, test } from 'vitest'
import { article, FILE } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import type { Story } from '../../content/model.ts'
import { findStory } from '../../content/queries/articles.ts'
import { getPublication } from '../../content/queries/publication.ts'
import { oembedOf, oembedXml } from './answer.ts'
import type { Room } from './size.ts'

const ANY = { width: null, height: null }

async function answered(fields: Parameters<typeof article>[0] = {}, room: Room = ANY, over: Partial<Story> = {}) {
  await using _ = await runningSite({ [FILE]: article(fields) })
  const story = await findStory('a')
  if (story === null) throw new Error('there is no story')
  return oembedOf(await getPublication(), { ...story, ...over }, room)
}

/** The frame that an answer's HTML is. */
const frameOf = (html: unknown) => {
  const frames = new JSDOM(String(html)).window.document.body.children
  expect(frames).toHaveLength(1)
  return frames[0] as HTMLIFrameElement
}

test('an answer has all that the specification asks of a rich one', async () => {
  const { html, ...rest } = await answered()
  expect(rest).toEqual({
    type: 'rich',
    version: '1.0',
    title: 'The station stays up',
    author_name: 'Jo March',
    author_url: 'https://broadsheet.example/authors/jo-march',
    provider_name: 'Broadsheet',
    provider_url: 'https://broadsheet.example',
    cache_age: 3600,
    thumbnail_url: expect.stringMatching(/^https:\/\/broadsheet\.example\/share\/articles\/a\.png\?v=[\w-]+$/),
    thumbnail_width: 1200,
    thumbnail_height: 630,
    width: 600,
    height: 260,
  })
  const frame = frameOf(html)
  expect([frame.src, frame.width, frame.height]).toEqual(['https://broadsheet.example/embed/a', '600', '260'])
  expect(frame.getAttribute('sandbox')).not.toContain('allow-scripts')
})

test('nothing is larger than there is room for', async () => {
  const { html, ...rest } = await answered({}, { width: 320, height: 400 })
  expect(rest).toMatchObject({ width: 320, height: 400 })
  expect(Object.keys(rest).filter((name) => name.startsWith('thumbnail'))).toEqual([])
  expect([frameOf(html).width, frameOf(html).height]).toEqual(['320', '400'])
})

test.for([
  [{ authors: '[jo-march, amy-march]' }, { author_name: 'Jo March and Amy March' }],
  [
    { authors: '[]', edition: 'uk' },
    { author_name: 'Broadsheet UK', author_url: 'https://broadsheet.example/uk' },
  ],
] as const)('with %o, %o signs', async ([fields, expected]) => {
  const { author_name, author_url } = await answered(fields)
  expect({ author_name, ...(author_url !== undefined && { author_url }) }).toEqual(expected)
})

test.for(['"><script>alert(1)</script>', "]]> & </oembed> 'x'", 'a \u0007 b 🌍 שלום'])(
  'a headline such as %j stays one in HTML and in XML',
  async (headline) => {
    const oembed = await answered({}, ANY, { headline })
    expect(frameOf(oembed.html).title).toBe(headline)
    const parser = new new JSDOM('').window.DOMParser()
    const document = parser.parseFromString(oembedXml(oembed), 'text/xml')
    expect(document.documentElement.tagName).toBe('oembed')
    expect(document.querySelector('title')?.textContent).toBe(headline.replaceAll('\u0007', ''))
    const withoutBell = String(oembed.html).replaceAll('\u0007', '')
    expect(document.querySelector('html')?.textContent).toBe(withoutBell)
  },
)
