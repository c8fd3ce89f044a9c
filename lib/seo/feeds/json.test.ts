import { expect, test } from 'vitest'
import { HUB, jsonFeed, ONE, SITE, URN } from '#tests/fixtures/feeds.ts'
import { runningSite } from '#tests/fixtures/running.ts'

test('JSON Feed says all that there is to say of a feed and of a story', async () => {
  await using _ = await runningSite(ONE)
  expect(await jsonFeed(HUB)).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Broadsheet',
    home_page_url: `${SITE}/`,
    feed_url: `${SITE}/feed.json`,
    description: 'A paper in plain text.',
    icon: `${SITE}/icons/512.png`,
    favicon: `${SITE}/icons/512.png`,
    authors: [{ name: 'Broadsheet', url: `${SITE}/` }],
    language: 'en-US',
    hubs: [{ type: 'WebSub', url: HUB }],
    items: [
      {
        id: expect.stringMatching(URN),
        url: `${SITE}/world/station`,
        title: 'The station stays up',
        content_html: expect.stringContaining(`<p>It <a href="${SITE}/about">falls</a>.<sup><a href="${SITE}/world/`),
        summary: 'It falls all the time and misses.',
        image: expect.stringContaining(`${SITE}/media/dot.png?v=`),
        date_published: '2022-04-02T19:04:00.000Z',
        date_modified: '2022-04-03T10:00:00.000Z',
        authors: [
          { name: 'Jo March', url: `${SITE}/authors/jo-march` },
          { name: 'Amy March', url: `${SITE}/authors/amy-march` },
        ],
        tags: ['World', 'Space race'],
      },
    ],
  })
})
