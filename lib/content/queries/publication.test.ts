import { expect, test } from 'vitest'
import { article, FILE, markdown, NOW, site } from '#tests/fixtures/content.ts'
import { runningSite } from '#tests/fixtures/running.ts'
import { onContentChange } from './changes.ts'
import { getHealth } from './health.ts'
import { getMedia } from './media.ts'
import { getNewsletter, getNewsletters } from './newsletters.ts'
import { findPublication, getLogo, getPublication } from './publication.ts'

test('the publication is what site.yaml says, with its navigation resolved', async () => {
  await using _ = await runningSite()
  expect(await getPublication()).toEqual({
    name: 'Broadsheet',
    tagline: null,
    description: 'A paper in plain text.',
    url: 'https://broadsheet.example',
    locale: 'en-US',
    timeZone: 'America/New_York',
    publisher: { name: 'Broadsheet Press', email: null, address: '1 Press Row, Town' },
    editions: [
      { slug: 'us', name: 'Broadsheet US', label: 'US', locale: 'en-US', href: '/' },
      { slug: 'uk', name: 'Broadsheet UK', label: 'UK', locale: 'en-GB', href: '/uk' },
    ],
    navigation: [
      { label: 'World', href: '/world' },
      { label: 'Science', href: '/science' },
    ],
    pages: [{ label: 'About', href: '/about' }],
    hasNewsletters: true,
    promotion: { title: 'Subscribe', text: 'Read it all.', label: 'Subscribe', link: '/about' },
    profiles: [],
    policies: {},
    feeds: 'full',
    crawlers: {},
  })
})

test('site.yaml may choose the navigation', async () => {
  await using _ = await runningSite({ 'site.yaml': site({ navigation: '[{ label: Us, link: /about }]' }) })
  expect((await getPublication()).navigation).toEqual([{ label: 'Us', href: '/about' }])
})

test('the address of the site may be set from outside', async () => {
  await using _ = await runningSite({}, { siteUrl: 'https://staging.example' })
  expect((await getPublication()).url).toBe('https://staging.example')
})

test('without a good site.yaml there is no publication', async () => {
  await using _ = await runningSite({ 'site.yaml': '' })
  await expect(getPublication()).rejects.toThrow('There is no content to serve')
  expect(await findPublication()).toBeNull()
})

test('a newsletter tells its schedule in words', async () => {
  const evening = markdown({ title: 'Evening', description: 'Late.', schedule: 'weekly sunday 18:00' }, 'Come *in*.\n')
  await using _ = await runningSite({ 'newsletters/evening.md': evening })
  expect((await getNewsletters()).map(({ slug }) => slug)).toEqual(['evening', 'morning'])
  expect(await getNewsletter('evening')).toMatchObject({
    title: 'Evening',
    href: '/newsletters/evening',
    schedule: expect.stringMatching(/^Every Sunday at 6:00\sPM$/),
    pitch: [{ type: 'html', html: '<p>Come <em>in</em>.</p>' }],
  })
  expect(await getNewsletter('nothing')).toBeNull()
})

test('health counts what readers can see and tells what is wrong', async () => {
  await using _ = await runningSite({
    [FILE]: article({ authors: '[nobody]' }),
    'articles/b.md': article({ image: null }),
    'articles/c.md': article({ published: '2026-06-01T00:00:00Z' }),
  })
  expect(await getHealth(NOW)).toEqual({
    serving: true,
    ready: true,
    commit: null,
    committed: null,
    articles: 2,
    time: '2026-01-01T12:00:00.000Z',
    problems: [
      expect.objectContaining({ file: FILE, line: 6, column: 11, rule: 'unknown-author', severity: 'error' }),
      expect.objectContaining({ file: 'articles/b.md', rule: 'no-image', severity: 'warning' }),
    ],
  })
})

test('health is told also while there is nothing to serve', async () => {
  await using running = await runningSite({ 'site.yaml': 'name: [' })
  expect(await getHealth(NOW)).toMatchObject({ ready: false, articles: 0, problems: [{ rule: 'yaml' }] })
  expect(running.log).toContainEqual(expect.stringMatching(/^content: site\.yaml:1:8 error YAML: .* yaml$/))
})

test('a file of media/ is served with its type', async () => {
  await using _ = await runningSite({ 'media/a/SOUND.MP3': 'ID3' })
  expect(await getMedia('/media/dot.png')).toMatchObject({ type: 'image/png', size: expect.any(Number) })
  expect(await getMedia('/media/a/SOUND.MP3')).toMatchObject({ type: 'audio/mpeg', size: 3 })
})

test.each([
  '/media/../site.yaml',
  '/media/%2e%2e/site.yaml',
  '/site.yaml',
  '/media/none.png',
  '/media/page.html',
  '/media',
  '',
])('nothing is served at %j', async (src) => {
  await using _ = await runningSite({ 'media/page.html': '<script>' })
  expect(await getMedia(src)).toBeNull()
})

test('who listens is told of a change', async () => {
  await using running = await runningSite()
  let told = 0
  const stop = await onContentChange(() => {
    told++
  })
  await running.change({ [FILE]: article() })
  stop()
  expect(told).toBe(1)
})

test('the logo comes with its size, and a mark of its bytes', async () => {
  await using running = await runningSite({ 'site.yaml': site({ logo: '/media/dot.png' }) })
  expect(await getLogo()).toMatchObject({
    src: expect.stringMatching(/^\/media\/dot\.png\?v=\w+$/),
    width: 3,
    height: 2,
    alt: 'Broadsheet',
  })
  await running.change({ 'site.yaml': site() })
  expect(await getLogo()).toBeNull()
})
