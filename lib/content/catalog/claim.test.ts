import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dataFolder } from '#tests/fixtures/store.ts'
import { claimCatalog } from './claim.ts'

async function emptyFolder() {
  const folder = await dataFolder()
  const file = path.join(folder, 'deep', 'catalog.db')
  return { folder, file, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}

const name = (file: string) => path.basename(file)

test('the first of several has the catalog, and others one each', async () => {
  await using data = await emptyFolder()
  const claims = [1, 2, 3].map(() => claimCatalog(data.file))
  expect(claims.map(({ file }) => name(file))).toEqual(['catalog.db', 'catalog-2.db', 'catalog-3.db'])
  claims[1]?.release()
  const next = claimCatalog(data.file)
  expect(name(next.file)).toBe('catalog-2.db')
  for (const claim of [claims[0], claims[2], next]) claim?.release()
})

test('when all are taken it says so, and what to do', async () => {
  await using data = await emptyFolder()
  const claims = Array.from({ length: 16 }, () => claimCatalog(data.file))
  expect(() => claimCatalog(data.file)).toThrow(/16 processes use .* already\. Set DATA_DIR to another folder\./)
  for (const claim of claims) claim.release()
})

test('a data folder that cannot be made is an error', async () => {
  await using data = await emptyFolder()
  await writeFile(path.join(data.folder, 'deep'), 'a file')
  expect(() => claimCatalog(data.file)).toThrow(/EEXIST|ENOTDIR/)
})

test('what a process had is free when it is killed', async () => {
  await using data = await emptyFolder()
  const script = `
    const { claimCatalog } = await import('./lib/content/catalog/claim.ts')
    console.log(claimCatalog(process.argv[1]).file)
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script, data.file])
  const [said] = await once(child.stdout, 'data')
  expect(name(String(said).trim())).toBe('catalog.db')
  const second = claimCatalog(data.file)
  expect(name(second.file)).toBe('catalog-2.db')
  child.kill('SIGKILL')
  await once(child, 'exit')
  const first = claimCatalog(data.file)
  expect(name(first.file)).toBe('catalog.db')
  for (const claim of [first, second]) claim.release()
})
