import { expect, test } from 'vitest'
import { article, FILE, markdown, site } from '#tests/fixtures/content.ts'
import { runningSite, WRITING } from '#tests/fixtures/running.ts'
import { findArticle } from './articles.ts'
import { getAuthor } from './authors.ts'
import { getPage } from './pages.ts'

const HEADLESS = { 'site.yaml': site({ promotion: null }), 'newsletters/morning.md': null }

/** The body of an article on a site without promotion and newsletter. */
async function bodyOf(body: string, parts = {}, env = {}) {
  await using _ = await runningSite({ ...HEADLESS, ...parts, [FILE]: article({}, body) }, env)
  const found = await findArticle('world', 'a')
  if (found?.type !== 'found') throw new Error('not found')
  return found.article.body
}

test('a site without promotion and newsletter has bodies without them', async () => {
  expect((await bodyOf('One.\n\nTwo.\n')).map(({ type }) => type)).toEqual(['html'])
})

test('a read-more card has its story, also by an alias', async () => {
  const parts = { 'articles/b.md': article({ title: 'Other', aliases: '[older]' }) }
  expect(await bodyOf('::related{slug="b"}\n', parts)).toMatchObject([
    { type: 'related', story: { headline: 'Other' } },
  ])
  expect(await bodyOf('::related{slug="older"}\n', parts)).toMatchObject([{ type: 'related', story: { slug: 'b' } }])
})

test('a card of a story that readers may not see is left out', async () => {
  const card = '::related{slug="b"}\n'
  const withdrawn = '{ date: 2022-05-01T12:00:00Z, reason: Wrong. }'
  expect(await bodyOf(card, { 'articles/b.md': article({ status: 'draft' }) })).toEqual([])
  expect(await bodyOf(card, { 'articles/b.md': article({ published: '2026-06-01T00:00:00Z' }) })).toEqual([])
  expect(await bodyOf(card, { 'articles/b.md': article({ status: 'withdrawn', withdrawn }) })).toEqual([])
  expect(await bodyOf(card, { 'articles/b.md': article({ status: 'draft' }) }, WRITING)).toHaveLength(1)
})

test('a figure has its picture with size, credit and caption', async () => {
  const [figure] = await bodyOf(':::figure{src="/media/dot.png" alt="A dot" credit="Us"}\nIt *is*.\n:::\n')
  expect(figure).toMatchObject({
    type: 'figure',
    picture: {
      width: 3,
      height: 2,
      alt: 'A dot',
      credit: 'Us',
      captionHtml: 'It <em>is</em>.',
      focus: { x: 50, y: 50 },
    },
  })
})

test('a fact box has its own blocks, looked up as well', async () => {
  const body = ':::aside{title="In short"}\nOne.\n\n![A dot](/media/dot.png "Us")\n\n::related{slug="station"}\n:::\n'
  expect(await bodyOf(body)).toMatchObject([
    { type: 'aside', title: 'In short', blocks: [{ type: 'html' }, { type: 'figure' }, { type: 'related' }] },
  ])
})

test('a newsletter and the promotion are those of the publication', async () => {
  await using _ = await runningSite({
    'newsletters/evening.md': markdown({ title: 'Evening', description: 'Late.', schedule: 'daily 18:00' }),
    [FILE]: article({}, '::newsletter{name="evening"}\n\nOne.\n\n::promotion\n'),
  })
  expect(await findArticle('world', 'a')).toMatchObject({
    article: {
      body: [
        { type: 'newsletter', newsletter: { title: 'Evening', href: '/newsletters/evening' } },
        { type: 'html' },
        { type: 'promotion', promotion: { label: 'Subscribe', link: '/about' } },
      ],
    },
  })
})

test('a picture of a kept version whose file is gone is left out', async () => {
  await using running = await runningSite({
    ...HEADLESS,
    [FILE]: article({}, 'One.\n\n![A dot](/media/dot.png "Us")\n'),
  })
  await findArticle('world', 'a')
  await running.folder.remove('media/dot.png')
  await running.change({})
  expect(await findArticle('world', 'a')).toMatchObject({ article: { picture: null, body: [{ type: 'html' }] } })
})

test('a plain page and a biography carry neither promotion nor newsletter', async () => {
  await using _ = await runningSite()
  expect((await getPage('about'))?.body.map(({ type }) => type)).toEqual(['html'])
  expect((await getAuthor('jo-march'))?.biography).toEqual([{ type: 'html', html: '<p>Jo writes.</p>' }])
  expect(await getPage('nothing')).toBeNull()
  expect(await getAuthor('nobody')).toBeNull()
})
