import { chmod, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { ARTICLE, article, FILE } from '#tests/fixtures/content.ts'
import { isRoot, type Newsroom, newsroom } from '#tests/fixtures/newsroom.ts'

const TITLE = String(ARTICLE.title)
const PUBLISHED = '2022-05-01T12:00:00Z'

test('a content folder that goes away is served as it was until it is back, also by a site started meanwhile', async () => {
  await using room = await newsroom()
  const site = await room.start()
  expect(await site.text('/')).toContain(TITLE)
  await rename(room.root, room.beside('away'))
  await site.says(`${room.root} is gone`)
  // The second has never been asked for.
  for (const address of ['/', '/world/station']) expect(await site.text(address)).toContain(TITLE)
  expect([await site.status('/readyz'), (await site.health()).articles]).toEqual([200, 1])
  await site.stop()
  const again = await room.spawn().listening()
  for (const address of ['/', '/world/station']) expect(await again.text(address)).toContain(TITLE)
  await writeFile(path.join(room.beside('away'), FILE), article({ title: 'Written away', published: PUBLISHED }))
  await rename(room.beside('away'), room.root)
  await again.shows('/', 'Written away')
  await again.ready()
})

/** Makes the content folder one that nobody can write to: modes mean nothing to root, and mounts are for root only. */
async function protect(room: Newsroom): Promise<() => Promise<void>> {
  if (isRoot) return room.mount(room.root, '--bind', '-o', 'ro', room.root)
  const folder = path.join(room.root, path.dirname(FILE))
  await chmod(folder, 0o555)
  return () => chmod(folder, 0o755)
}

test('a content folder that can only be read is served, and what is written to it later is published', async () => {
  await using room = await newsroom()
  const release = await protect(room)
  await expect(room.write({ [FILE]: article() })).rejects.toThrow()
  const site = await room.start()
  expect(await site.text('/')).toContain(TITLE)
  expect((await site.health()).problems).toEqual([])
  await release()
  await room.write({ [FILE]: article({ title: 'Written again', published: PUBLISHED }) })
  await site.shows('/', 'Written again')
  expect(await site.status('/readyz')).toBe(200)
})
