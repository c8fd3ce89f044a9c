import { expect, test } from 'vitest'
import { PAGES, STATUS } from '#tests/browser/pages.ts'
import { HOSTILE_PAGES } from '#tests/fixtures/seo/hostile-pages.ts'
import { checkHtml } from '#tests/fixtures/seo/nu.ts'
import { hostileSite, sampleSite } from '#tests/fixtures/seo/public-site.ts'

const HTML = 'text/html; charset=utf-8'

/** Pages that say that there is none. */
const WITHOUT = new Set<string>([...Object.keys(STATUS), '/world/withdrawn', '/fault'])

test('the Nu Html Checker finds no error on any kind of page', { timeout: 120_000 }, async () => {
  await using sample = await sampleSite()
  await using hostile = await hostileSite()
  const html = new Map<string, string>()
  const kinds = [
    [sample, [...Object.values(PAGES), '/embed/how-the-suez-canal-works', '/fault']],
    [hostile, [...Object.values(HOSTILE_PAGES), '/world/withdrawn', '/embed/hostile-script', '/embed/bare']],
  ] as const
  for (const [site, paths] of kinds)
    for (const path of paths) {
      const answer = await site.get(path)
      if (!WITHOUT.has(path)) expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, HTML])
      html.set(`${site === sample ? 'sample' : 'hostile'} ${path}`, await answer.text())
    }
  expect(await checkHtml(html)).toEqual([])
})

test('the checker does report what is wrong', async () => {
  const bad = '<!doctype html><html lang="en"><title>a</title><p><img src="/a.png"></p></html>'
  expect(await checkHtml(new Map([['bad', bad]]))).toEqual([
    expect.stringContaining('bad: An “img” element must have an'),
  ])
})
