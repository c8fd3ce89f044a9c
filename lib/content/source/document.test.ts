import { expect, test } from 'vitest'
import { DocumentError, readMarkdown, readYaml } from './document.ts'

const failure = (text: string) => {
  try {
    readMarkdown('a.md', text)
  } catch (error) {
    if (error instanceof DocumentError) return error.problem
  }
  throw new Error('was read')
}

test('a file is fields, and a body with the line it starts on', () => {
  const document = readMarkdown('a.md', '---\na: 1\nb: two\n---\n\nBody.\n')
  expect(document.data).toEqual({ a: 1, b: 'two' })
  expect(document.body).toBe('\nBody.\n')
  expect(document.bodyLine).toBe(5)
})

test('a value and a key are found by line and column', () => {
  const { place, keyPlace } = readMarkdown('a.md', '---\na: 1\nb: [x, { c: y }]\n---\n')
  expect(place(['b', 1, 'c'])).toEqual({ line: 3, column: 13 })
  expect(keyPlace(['b', 1, 'c'])).toEqual({ line: 3, column: 10 })
})

test('what is absent is placed at what would hold it', () => {
  const { place } = readMarkdown('a.md', '---\na: 1\nb: { c: y }\n---\n')
  expect(place(['b', 'd'])).toEqual({ line: 3, column: 4 })
  expect(place(['e'])).toEqual({ line: 1, column: 1 })
})

test.each(['---\n---\n', '---\n\n---\n', '---\n# only a note\n---\n', '---\n---'])(
  'front matter may be empty: %j',
  (text) => {
    expect(readMarkdown('a.md', text)).toMatchObject({ data: {}, body: '' })
  },
)

test('the opening line may say yaml, the closing line may end in spaces', () => {
  expect(readMarkdown('a.md', '--- yaml \na: 1\n---  \nBody.').data).toEqual({ a: 1 })
})

test('a line of --- in the body belongs to the body', () => {
  expect(readMarkdown('a.md', '---\na: 1\n---\nOne.\n\n---\n\nTwo.').body).toBe('One.\n\n---\n\nTwo.')
})

test.each(['', 'Body.', ' ---\na: 1\n---\n', '\n---\na: 1\n---\n'])(
  'a file must begin with front matter: %j',
  (text) => {
    expect(failure(text)).toMatchObject({ rule: 'front-matter', line: 1, column: 1 })
  },
)

test.each(['---', '---\n', '---\na: 1\n', '---\na: 1\n --- \n'])('front matter must be closed: %j', (text) => {
  expect(failure(text)).toMatchObject({ rule: 'front-matter', message: expect.stringContaining('no closing line') })
})

test.each(['----', '---more', '--- more'])('front matter may not be cut off by %j', (line) => {
  expect(failure(`---\na: 1\n${line}\nb: 2\n---\n`)).toMatchObject({ rule: 'front-matter', line: 3, column: 1 })
})

test.each(['js', 'javascript', 'coffee', 'coffeescript', 'json', 'toml', 'cson', 'YAML', '-', ' js'])(
  'front matter in %j is refused',
  (language) => {
    const text = `---${language}\n{ "title": globalThis.broken = true }\n---\n`
    expect(failure(text)).toMatchObject({ rule: 'front-matter-language', line: 1, column: 4 })
    expect(globalThis).not.toHaveProperty('broken')
  },
)

test('the same broken file is broken each time it is read', () => {
  expect(failure('---\na: [\n---\n')).toEqual(failure('---\na: [\n---\n'))
})

test('broken YAML is placed in the file', () => {
  expect(failure('---\na: 1\nb: 2\na: 3\n---\n')).toEqual({
    file: 'a.md',
    rule: 'yaml',
    message: 'YAML: duplicated mapping key',
    line: 4,
    column: 1,
  })
})

test.each(['- a\n- b', 'just text', '5'])('front matter that is no list of fields is refused: %j', (yaml) => {
  expect(failure(`---\n${yaml}\n---\n`)).toMatchObject({ rule: 'yaml', line: 1 })
})

test('front matter of unreasonable size is refused unread', () => {
  expect(failure(`---\n${'\n'.repeat(900_000)}a: 1\n---\n`).rule).toBe('file-too-large')
})

test('a YAML file is fields from its first line on', () => {
  const document = readYaml('site.yaml', 'a: 1\nb: x\n')
  expect(document).toMatchObject({ data: { a: 1, b: 'x' }, body: '' })
  expect(document.place(['b'])).toEqual({ line: 2, column: 4 })
})

test('an empty YAML file has no fields', () => {
  expect(readYaml('site.yaml', '').place(['name'])).toEqual({ line: 1, column: 1 })
})
