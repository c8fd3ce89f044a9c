import { expect, test } from 'vitest'
import { ARTICLE, article, type Parts } from '#tests/fixtures/content.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'

const PARTS: Parts = Object.fromEntries(
  Array.from({ length: 400 }, (_, at) => [`articles/2020/05/a${at}.md`, article({ title: `Number ${at}` })]),
)

/** Requests at once, each for a page that has to be rendered. */
const AT_ONCE = 80

test('told to end under load, it answers all that it was asked and ends in order', async () => {
  await using room = await newsroom(PARTS)
  const site = await room.start()
  // Connections are there before: one that still waits to be accepted is the system's to refuse.
  await Promise.all(Array.from({ length: AT_ONCE }, () => site.status('/')))
  let answered = 0
  const asked = Array.from({ length: AT_ONCE }, async (_, at) => {
    const answer = await site.get(`/world/a${at}`)
    const page = await answer.text()
    answered++
    return { at, status: answer.status, isWhole: page.includes(`Number ${at}`) && page.endsWith('</html>') }
  })
  // By the time that some have been answered it has read what all of them want.
  await site.until(() => answered > 10)
  const stopped = site.stop()
  for (const [at, answer] of (await Promise.all(asked)).entries())
    expect(answer).toEqual({ at, status: 200, isWhole: true })
  expect(await stopped).toBe(0)
  expect(site.output).not.toMatch(/Stopped by force|"level":"error"/)
})

test('a successor that starts on the same folders before the old one ends serves, and so does the old one until then', async () => {
  await using room = await newsroom(PARTS)
  const old = await room.start()
  const successor = await room.start()
  await room.write({ 'articles/2022/05/new.md': article({ title: 'Seen by both', published: '2022-05-01T12:00:00Z' }) })
  for (const site of [old, successor]) await site.shows('/', 'Seen by both')
  expect(await old.stop()).toBe(0)
  await room.write({
    'articles/2022/06/newer.md': article({ title: 'Seen by one', published: '2022-06-01T12:00:00Z' }),
  })
  await successor.shows('/', 'Seen by one')
  expect(await successor.text('/world/station')).toContain(String(ARTICLE.title))
  expect([await successor.status('/readyz'), (await successor.health()).articles]).toEqual([200, 403])
})
