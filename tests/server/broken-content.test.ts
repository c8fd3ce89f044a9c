import { expect, test } from 'vitest'
import { ARTICLE, article, markdown, type Parts, WHOLE } from '#tests/fixtures/content.ts'
import { repositories } from '#tests/fixtures/git.ts'
import { newsroom } from '#tests/fixtures/newsroom.ts'

const STATION = 'articles/2022/04/station.md'
const TITLE = String(ARTICLE.title)

/** Articles by one author, with no picture to be warned of. */
const many = (count: number): Parts =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`articles/2022/05/a${at}.md`, article()]))

test.for([
  ['article', STATION, article({ authors: '[nobody]' }), 6],
  ['site.yaml', 'site.yaml', 'name: Broadsheet\ndescription: [\n', 3],
] as const)('a broken %s leaves the last good one, and health says where', async ([, file, text, line]) => {
  await using room = await newsroom()
  const site = await room.start()
  const front = await site.text('/')
  await room.write({ [file]: text })
  await site.says(`${file}:${line}:`)
  expect((await site.health()).problems).toContainEqual(expect.objectContaining({ file, line }))
  await room.write({ 'articles/2022/05/later.md': article({ title: 'Published all the same' }) })
  await site.shows('/world/later', 'Published all the same')
  expect(await site.text('/world/station')).toContain(TITLE)
  expect(front).toContain(TITLE)
  expect([await site.status('/'), await site.status('/readyz')]).toEqual([200, 200])
  await room.write({ [file]: String(WHOLE[file]).replace(TITLE, 'Mended') })
  await site.until(async () => (await site.health()).problems.length === 0)
})

test('a broken author that 1,000 articles name leaves all of them as they were', async () => {
  await using room = await newsroom(many(1000))
  const site = await room.start()
  // What is related to it may change meanwhile: the words of the others are still being entered.
  const storyOf = async (server: typeof site) => (await server.text('/world/a7')).split('</article>')[0]
  const page = await storyOf(site)
  await room.write({ 'authors/jo-march.md': '---\nname: [\n---\n' })
  await site.says('authors/jo-march.md:2:')
  expect((await site.health()).problems).toMatchObject([{ file: 'authors/jo-march.md', line: 2 }])
  for (const address of ['/world/a7', '/world/a999', '/authors/jo-march', '/'])
    expect(await site.text(address)).toContain('Jo March')
  expect(await storyOf(site)).toBe(page)
  expect((await site.health()).articles).toBe(1001)
  // From now on nothing of the pages from before is in memory.
  await site.stop()
  const again = await room.start()
  expect(await storyOf(again)).toBe(page)
  expect([(await again.health()).articles, await again.status('/authors/jo-march')]).toEqual([1001, 200])
  await room.write({ 'authors/jo-march.md': markdown({ name: 'Josephine March' }) })
  await again.shows('/world/a999', 'Josephine March')
})

test('a checkout in the middle of a merge conflict goes on showing what was published', async () => {
  await using git = await repositories({ ...WHOLE, [STATION]: article({ title: 'First' }) })
  await using room = await newsroom({}, git.site.content.root)
  const site = await room.start()
  await git.editor.git('pull', '--quiet')
  await git.editor.publish({ [STATION]: article({ title: 'Theirs' }) })
  await git.site.commit({ [STATION]: article({ title: 'Own' }) })
  await site.shows('/world/station', 'Own')
  await expect(git.site.git('pull', '--quiet', '--no-rebase')).rejects.toThrow()
  await site.says(`${STATION}:3:`)
  expect((await site.health()).problems).toContainEqual(expect.objectContaining({ file: STATION, line: 3 }))
  for (const address of ['/', '/world', '/world/station']) expect(await site.text(address)).toContain('Own')
  expect(await site.status('/readyz')).toBe(200)
  await git.site.git('checkout', '--theirs', '.')
  await site.shows('/', 'Theirs')
})
