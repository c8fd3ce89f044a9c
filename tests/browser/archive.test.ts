import { expect, inject, test } from 'vitest'
import { Reader } from './reader.ts'

const answer = (address: string) => fetch(new URL(address, inject('site')), { redirect: 'manual' })

test.for([375, 1440])(
  'at %d px a reader without script goes from the front over the archive to a story of 2022',
  async (width) => {
    await using reader = await Reader.open({ width, script: false, calm: true, pictures: false })
    const { page } = reader
    await reader.visit('/')
    const goTo = async (step: Promise<void>, path: string) => {
      await step
      await page.waitForURL(new URL(path, inject('site')).href)
    }
    await goTo(page.getByRole('contentinfo').getByRole('link', { name: 'Archive' }).click(), '/archive')
    await goTo(page.getByRole('link', { name: '2022', exact: true }).click(), '/archive/2022')
    await goTo(page.getByRole('link', { name: 'April' }).click(), '/archive/2022/04')
    await goTo(
      page.getByRole('table').getByRole('link', { name: 'April 2, 2022, 1 story' }).click(),
      '/archive/2022/04/02',
    )
    const story = '/world/roscosmos-ties-station-to-sanctions'
    await goTo(page.locator('main h2 a').first().click(), story)
    expect(reader.complaints).toEqual([])
  },
)

test('a reader steps from day to day over those without stories', async () => {
  await using reader = await Reader.open({ script: false, pictures: false })
  const { page } = reader
  await reader.visit('/archive/2022/04/02')
  const steps = page.getByRole('navigation', { name: 'Other days' })
  expect(await steps.locator('a[rel=prev]').count()).toBe(0)
  await steps.locator('a[rel=next]').click()
  await page.waitForURL(/\/archive\/2022\/09\/27$/)
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Tuesday, September 27, 2022')
  await steps.locator('a[rel=prev]').click()
  await page.waitForURL(/\/archive\/2022\/04\/02$/)
})

test('the calendar of a month can be walked by keyboard', async () => {
  await using reader = await Reader.open({ script: false, pictures: false })
  const { page } = reader
  await reader.visit('/archive/2022/04')
  await page.getByRole('table').getByRole('link').focus()
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/archive\/2022\/04\/02$/)
})

test.for([
  ['/archive/2022/4', '/archive/2022/04'],
  ['/archive/2022/4/2', '/archive/2022/04/02'],
  ['/archive/2022/04/2', '/archive/2022/04/02'],
])('%s is at %s for good', async ([address, place]) => {
  const { status, headers } = await answer(String(address))
  expect([status, new URL(headers.get('location') ?? '', inject('site')).pathname]).toEqual([308, place])
})

test.for([
  ...['/archive/2022/13', '/archive/2022/00', '/archive/0000', '/archive/22', '/archive/2022/02/30', '/archive/april'],
  ...['/archive/2021', '/archive/2022/03', '/archive/2022/04/01', '/archive/2040', '/archive/2022/04/02/1'],
  ...['/archive/2022/04/02?after=x', '/archive/2022/04/02?after=2022-04-02-150400-a&after=b'],
])('%s is not there', async (address) => {
  expect((await answer(address)).status).toBe(404)
})

test('a day without stories between others has a page that search engines leave', async () => {
  await using reader = await Reader.open({ script: false, pictures: false })
  const { page } = reader
  expect((await reader.visit('/archive/2022/05/01')).status()).toBe(200)
  expect(await page.locator('meta[name=robots]').getAttribute('content')).toContain('noindex')
  expect(await page.locator('link[rel=prev]').getAttribute('href')).toMatch(/\/archive\/2022\/04\/02$/)
  expect(await page.locator('link[rel=next]').getAttribute('href')).toMatch(/\/archive\/2022\/09\/27$/)
})

test('months of the archive are in the sitemap', async () => {
  const pages = await (await answer('/sitemaps/pages.xml')).text()
  for (const place of ['/archive', '/archive/2022', '/archive/2022/04'])
    expect(pages).toMatch(new RegExp(`${place}</loc>`))
  expect(pages).not.toContain('/archive/2022/05')
})
