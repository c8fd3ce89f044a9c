import { expect, test, vi } from 'vitest'
import { command } from '#tests/fixtures/command.ts'
import { contentFolder } from '#tests/fixtures/content.ts'

// Starting a process takes a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const NOWHERE = { CONTENT_DIR: '/nowhere/at/all' }
const GOOD = ['--title', 'The beep', '--section', 'science', '--kind', 'news', '--authors', 'jo-march,amy-march']

test('the file, the address and the next step are told', async () => {
  await using folder = await contentFolder()
  const { code, stdout, stderr } = await command('new', GOOD, { CONTENT_DIR: folder.root })
  expect([code, stderr]).toEqual([0, ''])
  const [written] = stdout.match(/(?<=^Written {3}).*(?=, a draft$)/m) ?? []
  const file = (await folder.read()).names.article('the-beep')?.file
  expect(written).toBe(`${folder.root}/${file}`)
  expect(stdout).toContain('\nAddress   /science/the-beep\n')
  expect(stdout).toMatch(/npm run dev.*status: draft.*npm run check/s)
  expect(await folder.check(Date.now())).toEqual([])
})

test('a name that is not known ends with code 2', async () => {
  await using folder = await contentFolder()
  const { code, stdout, stderr } = await command('new', [...GOOD, '--section', 'scence'], { CONTENT_DIR: folder.root })
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('(did you mean "science"?)\nNothing was written.\n')
})

test('without a terminal all that is missing is listed', async () => {
  const { code, stderr } = await command('new', ['--kind', 'news', '--title', ' '], NOWHERE)
  expect(code).toBe(2)
  expect(stderr).toBe('Missing: --title, --section, --authors (or --edition)\nNothing was written.\n')
})

test('--help explains the command', async () => {
  const { code, stdout } = await command('new', ['--help'], NOWHERE)
  expect(code).toBe(0)
  expect(stdout).toContain('--authors')
})

test('an unknown flag stops the command with the help', async () => {
  const { code, stderr } = await command('new', ['--titel', 'A'], NOWHERE)
  expect(code).toBe(2)
  expect(stderr).toContain("'--titel'")
  expect(stderr).toContain('--authors')
})

test('a content folder that is not there stops the command', async () => {
  const { code, stderr } = await command('new', GOOD, NOWHERE)
  expect(code).toBe(2)
  expect(stderr).toContain('/nowhere/at/all does not exist')
})
