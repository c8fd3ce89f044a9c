import fc from 'fast-check'
import { dump } from 'js-yaml'
import { expect, test } from 'vitest'
import { locateYaml, type Path, parseYaml, YamlError } from './yaml.ts'

const failure = (text: string): YamlError => {
  try {
    parseYaml(text)
  } catch (error) {
    if (error instanceof YamlError) return error
  }
  throw new Error(`no YamlError for ${text}`)
}

test('dates and yes stay text, numbers do not', () => {
  expect(parseYaml('a: 2022-04-02\nb: yes\nc: 3\nd: ~')).toEqual({ a: '2022-04-02', b: 'yes', c: 3, d: null })
})

test.each(['', '  \n', '# a note\n', '\n  # one\n# two'])('a text without content is null: %j', (text) => {
  expect(parseYaml(text)).toBeNull()
})

test('a banner of number signs takes no time', () => {
  expect(parseYaml(`${'#'.repeat(5000)}\na: 1`)).toEqual({ a: 1 })
})

test('a key that repeats is refused where it repeats', () => {
  expect(failure('a: 1\nb: 2\na: 3')).toMatchObject({ message: 'duplicated mapping key', offset: 10 })
})

test('a value may be reused, but a bomb of aliases is refused', () => {
  expect(parseYaml('a: &x [1]\nb: *x')).toEqual({ a: [1], b: [1] })
  const levels = Array.from({ length: 9 }, (_, n) => `l${n + 1}: &l${n + 1} [${`*l${n},`.repeat(9)}]`)
  expect(failure(`l0: &l0 [ha]\n${levels.join('\n')}`).message).toContain('aliases exceeded')
})

test('deep nesting is refused', () => {
  expect(failure('['.repeat(100_000)).message).toContain('nesting exceeded')
})

test('a tag that would make code or an unknown type is refused', () => {
  expect(failure('a: !!js/function "() => 1"').message).toContain('unknown')
})

test('a key named __proto__ is data like any other', () => {
  const data = parseYaml('__proto__: { polluted: true }') as object
  expect(Object.keys(data)).toEqual(['__proto__'])
  expect(Object.getPrototypeOf(data)).toBe(Object.prototype)
})

test('no text makes parsing throw anything but a YamlError', () => {
  const syntax = fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \n\tab0~<=', '---\n', '...\n', '\u0000', '\u2028', '!!')
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: syntax }))
  fc.assert(
    fc.property(text, (yaml) => {
      try {
        parseYaml(yaml)
      } catch (error) {
        expect(error).toBeInstanceOf(YamlError)
      }
    }),
    { numRuns: 1000 },
  )
})

test('whatever parses can be located', () => {
  const syntax = fc.constantFrom(...'-?:,[]{}#&*!|>\'" \nab0~', ': ', '- ', '\n  ')
  fc.assert(
    fc.property(fc.string({ unit: syntax }), (yaml) => {
      try {
        parseYaml(yaml)
      } catch {
        return
      }
      expect(locateYaml(yaml).value(['nothing'])).toBeNull()
    }),
    { numRuns: 1000 },
  )
})

test('a value in quotes is found at the quotation mark, a block at its first character', () => {
  const yaml = 'a: "x"\nb: [c, \'d\']\ne: >-\n  folded\nf: &x g\nh: *x\n'
  const { value } = locateYaml(yaml)
  const at = (path: Path) => yaml.slice(value(path) ?? undefined).slice(0, 3)
  expect([['a'], ['b', 1], ['e'], ['f'], ['h']].map(at)).toEqual(['"x"', "'d'", 'fol', 'g\nh', '*x\n'])
})

type Mark = readonly [before: string, after: string]
type Tree = Mark | { list: Tree[] } | { fields: (readonly [Mark, Tree])[] }

/** What stands around a scalar's own mark; some of it makes quotes or a block necessary. */
const mark: fc.Arbitrary<Mark> = fc.tuple(
  fc.constantFrom('', '', '', '- ', '# ', "'", '"', ' ', 'é', '🚀 ', '[', ': ', '\t'),
  fc.constantFrom('', '', '', ' #', ': x', "'", '\nnext line', '\n', '\\', ' ', ' long'.repeat(30)),
)
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    mark,
    fc.record({ list: fc.array(tie('tree'), { maxLength: 4 }) }),
    fc.record({ fields: fc.array(fc.tuple(mark, tie('tree')), { maxLength: 4 }) }),
  ),
}))

/** Makes plain data of a tree, and lists its keys and values, each with a word that stands in the document only there. */
function grow(root: Tree) {
  const found: { word: string; path: Path; isKey: boolean }[] = []
  const scalar = ([before, after]: Mark, pathOf: (text: string) => Path, isKey: boolean) => {
    const word = `w${found.length}w`
    const text = `${before}${word}${after}`
    found.push({ word, path: pathOf(text), isKey })
    return text
  }
  const build = (node: Tree, path: Path): unknown => {
    if ('list' in node) return node.list.map((item, at) => build(item, [...path, at]))
    if (!('fields' in node)) return scalar(node, () => path, false)
    const pairs = node.fields.map(([key, value]) => {
      const name = scalar(key, (text) => [...path, text], true)
      return [name, build(value, [...path, name])]
    })
    return Object.fromEntries(pairs)
  }
  return { data: build({ fields: [[['', ''], root]] }, []), found }
}

test('every key and value of a generated document is found where it stands', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(-1, 1, 2), fc.boolean(), (root, flowLevel, forceQuotes) => {
      const { data, found } = grow(root)
      const yaml = dump(data, { flowLevel, forceQuotes })
      const located = locateYaml(yaml)
      for (const { word, path, isKey } of found) {
        const offset = (isKey ? located.key(path) : located.value(path)) ?? Number.NaN
        expect(yaml.slice(0, offset)).toMatch(/(?:^|[\s[{,])$/)
        expect(yaml.slice(offset, yaml.indexOf(word))).toMatch(/^(?:['"](?:''|\\.|[^\w'])*|(?!\s)[^\w]*)$/)
      }
    }),
  )
})
