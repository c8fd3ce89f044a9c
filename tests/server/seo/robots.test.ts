import robotsParser from 'robots-parser'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { attributesOf, linksOf, metaOf } from '#tests/fixtures/seo/dom.ts'
import { HOSTILE_PAGES } from '#tests/fixtures/seo/hostile-pages.ts'
import { hostileSite, PUBLIC, type PublicSite } from '#tests/fixtures/seo/public-site.ts'
import { everyAddress } from '#tests/fixtures/seo/sitemaps.ts'

let site: PublicSite
beforeAll(async () => {
  site = await hostileSite()
})
afterAll(async () => await site[Symbol.asyncDispose]())

const robots = async () => robotsParser(`${PUBLIC}/robots.txt`, await site.text('/robots.txt'))

test('robots.txt lets every robot at every page, feed, picture and style, and names the sitemaps', async () => {
  const rules = await robots()
  const page = await site.page('/world/bare')
  const parts = [...linksOf(page, '[rel=stylesheet]'), ...metaOf(page, 'og:image'), ...linksOf(page, '[rel=alternate]')]
  const needed = [
    ...(await everyAddress(site)),
    ...Object.values(HOSTILE_PAGES),
    ...parts,
    '/feed.xml',
    '/media/dot.png',
  ]
  for (const address of needed)
    for (const robot of ['Googlebot', 'Bingbot', 'CCBot', 'Somebot/1.0'])
      expect(rules.isAllowed(new URL(address, PUBLIC).href, robot), `${robot} ${address}`).toBe(true)
  expect(rules.getSitemaps()).toEqual([`${PUBLIC}/sitemap.xml`, `${PUBLIC}/news-sitemap.xml`])
  expect((await site.get('/robots.txt')).headers.get('content-type')).toBe('text/plain; charset=utf-8')
})

test('robots.txt sends away the robot that site.yaml sends away, and no other', async () => {
  const rules = await robots()
  for (const path of ['/', '/world/bare', '/feed.xml', '/world/bare.md']) {
    expect(rules.isAllowed(PUBLIC + path, 'GPTBot')).toBe(false)
    expect(rules.isAllowed(PUBLIC + path, 'CCBot')).toBe(true)
  }
})

test('llms.txt is Markdown with a title, a summary, and links that all lead somewhere', async () => {
  const text = await site.text('/llms.txt')
  expect(text).toMatch(/^# \S.*\n\n> \S/)
  expect(text.match(/^# /gm)).toHaveLength(1)
  const links = Array.from(text.matchAll(/^- \[(?:[^\\\]]|\\.)+\]\((\S+)\)/gm), ([, href = '']) => href)
  expect(links.length).toBeGreaterThan(10)
  expect(links.filter((href) => !/^https?:/.test(href))).toEqual([])
  for (const href of links.filter((href) => href.startsWith(PUBLIC))) {
    const answer = await site.get(href)
    await answer.arrayBuffer()
    expect(answer.status, href).toBe(200)
  }
})

test('the manifest names the paper, and each icon is there in the size that is said', async () => {
  const page = await site.page('/')
  const [address = ''] = linksOf(page, '[rel=manifest]')
  expect((await site.get(address)).headers.get('content-type')).toMatch(/^application\/manifest\+json/)
  const manifest = (await site.json(address)) as {
    readonly name: string
    readonly icons: readonly { src: string; sizes: string; type: string; purpose?: string }[]
  }
  expect(manifest).toMatchObject({ start_url: '/', display: 'browser', lang: 'en-US' })
  expect(manifest.name).toBe(metaOf(page, 'og:site_name')[0])
  for (const { src, sizes, type } of manifest.icons) {
    const answer = await site.get(src)
    expect(answer.headers.get('content-type')).toBe(type)
    const { width, height } = await sharp(await answer.arrayBuffer()).metadata()
    expect(`${width}x${height}`, src).toBe(sizes)
  }
  expect(manifest.icons.map(({ sizes }) => sizes)).toEqual(expect.arrayContaining(['192x192', '512x512']))
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true)
})

test('every icon that a page names is an image, and so is /favicon.ico', async () => {
  const icons = attributesOf(await site.page('/'), 'link[rel~=icon], link[rel=apple-touch-icon]', 'href')
  expect(icons.length).toBeGreaterThan(1)
  for (const icon of [...icons, '/favicon.ico']) {
    const answer = await site.get(icon)
    expect([answer.status, answer.headers.get('content-type')], icon).toEqual([200, expect.stringMatching(/^image\//)])
    expect((await answer.arrayBuffer()).byteLength, icon).toBeLessThan(30_000)
  }
})

test('share images of articles, authors and sections are 1200 by 630, whatever their texts', async () => {
  const subjects = Object.values(HOSTILE_PAGES).filter((path) => /^\/(world(\/|$)|authors\/.)/.test(path))
  for (const path of subjects) {
    const [image = ''] = metaOf(await site.page(path), 'og:image')
    expect(image, path).toContain(`${PUBLIC}/share/`)
    const { width, height, format } = await sharp(await (await site.get(image)).arrayBuffer()).metadata()
    expect([width, height, format], path).toEqual([1200, 630, 'png'])
  }
})
