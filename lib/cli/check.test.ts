import { expect, test, vi } from 'vitest'
import { command } from '#tests/fixtures/command.ts'
import { article, type ContentFolder, contentFolder, FILE } from '#tests/fixtures/content.ts'

// Starting a process takes a while on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const check = (folder: ContentFolder | string, ...args: string[]) =>
  command('check', args, { CONTENT_DIR: typeof folder === 'string' ? folder : folder.root, SITE_URL: '' })

const WRONG = { [FILE]: article({ authors: '[jo-marhc]' }) }
const DOUBTFUL = { [FILE]: article({ image: null }) }

test('a folder with nothing wrong passes without a line', async () => {
  await using folder = await contentFolder()
  const { code, stdout, stderr } = await check(folder)
  expect([code, stdout]).toEqual([0, ''])
  expect(stderr).toMatch(/^\d+ files checked in \d+\.\d s: 0 errors, 0 warnings\n$/)
})

test('an error fails the check and is printed with its place', async () => {
  await using folder = await contentFolder(WRONG)
  const { code, stdout } = await check(folder)
  expect(code).toBe(1)
  expect(stdout).toBe(
    `${folder.root}/${FILE}:6:11 error author "jo-marhc" has no file in authors/ (did you mean "jo-march"?) unknown-author\n`,
  )
})

test('problems are sorted by file and place', async () => {
  await using folder = await contentFolder({
    [FILE]: article({ section: 'wrold', authors: '[jo-marhc]' }),
    'articles/2021/01/z.md': article({ kind: 'newz' }),
  })
  const { stdout } = await check(folder)
  expect(stdout.split('\n').map((line) => line.split(' ').at(-1))).toEqual([
    'unknown-kind',
    'unknown-section',
    'unknown-author',
    '',
  ])
})

test('a warning alone does not fail the check', async () => {
  await using folder = await contentFolder(DOUBTFUL)
  const { code, stdout, stderr } = await check(folder)
  expect(code).toBe(0)
  expect(stdout).toMatch(/ warning .* no-image\n$/)
  expect(stderr).toContain('0 errors, 1 warning\n')
})

test('--strict makes a warning fail the check', async () => {
  await using folder = await contentFolder(DOUBTFUL)
  expect((await check(folder, '--strict')).code).toBe(1)
})

test('--format json prints data and nothing else', async () => {
  await using folder = await contentFolder(WRONG)
  const { code, stdout } = await check(folder, '--format', 'json')
  expect(code).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({
    errors: 1,
    warnings: 0,
    problems: [{ file: `${folder.root}/${FILE}`, line: 6, column: 11, severity: 'error', rule: 'unknown-author' }],
  })
})

test('--format github prints annotations', async () => {
  await using folder = await contentFolder(WRONG)
  const { stdout } = await check(folder, '--format=github')
  expect(stdout).toMatch(/^::error file=.*,line=6,col=11,title=unknown-author::author/)
})

test('a report longer than a pipe holds arrives whole', async () => {
  const authors = Array.from({ length: 1500 }, (_, at) => `nobody-${at}`)
  await using folder = await contentFolder({ [FILE]: article({ authors: `[${authors.join(', ')}]` }) })
  const { stdout } = await check(folder, '--format', 'json')
  expect(JSON.parse(stdout).problems).toHaveLength(1500)
})

test('an unknown format stops the check', async () => {
  await using folder = await contentFolder()
  const { code, stderr } = await check(folder, '--format', 'xml')
  expect([code, stderr]).toEqual([2, '--format is one of text, github, json\n'])
})

test('--help explains the command', async () => {
  const { code, stdout } = await check('/nowhere', '--help')
  expect(code).toBe(0)
  expect(stdout).toContain('npm run check -- --strict')
})

test.each([['--stritc'], ['articles']])('%s is no option: the help follows', async (argument) => {
  const { code, stdout, stderr } = await check('/nowhere', argument)
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(argument)
  expect(stderr).toContain('npm run check -- --strict')
})

test('a content folder that is not there stops the check', async () => {
  const { code, stdout, stderr } = await check('/nowhere/at/all')
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain('/nowhere/at/all does not exist')
})

test('a setting that cannot be used stops the check', async () => {
  const { code, stderr } = await command('check', [], { SITE_URL: 'ftp://x' })
  expect(code).toBe(2)
  expect(stderr).toContain('SITE_URL: must be an http or https address')
})
