import { expect, test } from 'vitest'
import { contentFolder, NOW, PNG } from '#tests/fixtures/content.ts'
import { Connection } from '../catalog/connection.ts'
import { openToWrite } from '../catalog/database.ts'
import { Shelf } from '../catalog/shelf.ts'
import { MediaShelf } from './media.ts'
import { Sync } from './sync.ts'

async function looked() {
  const folder = await contentFolder({ 'media/sound.mp3': 'la', 'media/noise.png': 'noise', 'media/deep/b.PNG': PNG })
  const rows = new Connection(openToWrite(':memory:', { root: folder.root, drafts: false }).database)
  const sync = new Sync(rows, { root: folder.root, drafts: false })
  for await (const _ of sync.fill(NOW, () => {})) void _
  return {
    folder,
    media: new MediaShelf(rows, new Shelf(rows, { drafts: false }), folder.root),
    follow: () => sync.apply(sync.scan(), NOW),
    async [Symbol.asyncDispose]() {
      rows.close()
      await folder[Symbol.asyncDispose]()
    },
  }
}

test('a picture is known with its size, other files without one, and what is not there not at all', async () => {
  await using made = await looked()
  const size = (src: string) => made.media.look(src)?.size
  expect([size('/media/dot.png'), size('/media/deep/b.PNG')]).toEqual([
    { width: 3, height: 2 },
    { width: 3, height: 2 },
  ])
  expect([size('/media/sound.mp3'), size('/media/noise.png'), size('/media/none.png')]).toEqual([null, null, undefined])
  expect([made.media.has('/media/dot.png'), made.media.has('/media/deep')]).toEqual([true, false])
})

test('its version is that of its bytes: the same for the same, another for others', async () => {
  await using made = await looked()
  const version = (src: string) => made.media.look(src)?.version
  const before = version('/media/dot.png')
  expect(version('/media/deep/b.PNG')).toBe(before)
  await made.folder.write({ 'media/dot.png': Buffer.concat([PNG, PNG]) })
  expect([...made.follow()]).toEqual(['media:/media/dot.png'])
  expect(version('/media/dot.png')).not.toBe(before)
  await made.folder.write({ 'media/dot.png': PNG })
  made.follow()
  expect(version('/media/dot.png')).toBe(before)
})

test('one that goes is not known any more', async () => {
  await using made = await looked()
  await made.folder.remove('media/dot.png')
  expect(made.follow().has('media:/media/dot.png')).toBe(true)
  expect([made.media.look('/media/dot.png'), made.media.paths().includes('/media/dot.png')]).toEqual([null, false])
})

test('what leads out of the folder is not read', async () => {
  await using made = await looked()
  await made.folder.remove('media/dot.png')
  await made.folder.link('media/dot.png', '/etc/hostname')
  made.follow()
  expect([made.media.has('/media/dot.png'), made.media.look('/media/dot.png')]).toEqual([false, null])
})
