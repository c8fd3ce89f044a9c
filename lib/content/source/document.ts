import matter from 'gray-matter'
import { type Place, type Problem, type Rule, TOP } from '../problems.ts'
import { placeAt } from './text.ts'
import { locateYaml, type Offsets, type Path, parseYaml, YamlError } from './yaml.ts'

/** A content file, read but not yet understood: its fields as plain data and, of Markdown files, the body. */
export interface Document {
  /** Path in the content folder. */
  readonly file: string
  readonly data: Readonly<Record<string, unknown>>
  readonly body: string
  /** The line of the file on which the body's first line stands. */
  readonly bodyLine: number
  /** Where the value at a path stands; of a field that is absent, where its nearest present parent does. */
  place(path: Path): Place
  /** Where the key at a path stands. */
  keyPlace(path: Path): Place
}

/** What stops a file from being read at all. */
export class DocumentError extends Error {
  override name = 'DocumentError'
  readonly problem: Problem
  constructor(file: string, rule: Rule, message: string, place: Place = TOP) {
    super(message)
    this.problem = { file, rule, message, ...place }
  }
}

/** Far more than any article needs; gray-matter's time grows with the square of it. */
const LARGEST_FRONT_MATTER = 32_000

const refuse = (): never => {
  throw new Error('only YAML is read')
}

/**
 * gray-matter evaluates `---js` front matter unless told otherwise, and caches by content unless given options.
 * @see https://github.com/jonschlinkert/gray-matter#options
 */
const engines = Object.fromEntries(
  ['yaml', 'json', 'javascript', 'js', 'coffee', 'coffeescript', 'cson', 'toml'].map((language) => [language, refuse]),
)

/**
 * Takes a Markdown file apart into its front matter and its body.
 * @param file path in the content folder, for problems
 * @param text as `decode` gives it
 * @throws {DocumentError} when there is no YAML front matter, or it cannot be read
 */
export function readMarkdown(file: string, text: string): Document {
  if (!text.startsWith('---')) {
    throw new DocumentError(file, 'front-matter', 'the file must begin with front matter between two lines of ---')
  }
  const language = text.slice(3, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n')).trim()
  if (language !== '' && language !== 'yaml') {
    const message = `front matter must be YAML: after the opening --- stands "${language.slice(0, 40)}"`
    throw new DocumentError(file, 'front-matter-language', message, { line: 1, column: 4 })
  }
  const closing = /\n---(.*)/.exec(text)
  if (closing === null) throw new DocumentError(file, 'front-matter', 'the front matter has no closing line of ---')
  if (closing[1]?.trim() !== '') {
    const message = 'a line that begins with --- closes the front matter, so nothing else may stand on it'
    throw new DocumentError(file, 'front-matter', message, placeAt(text, closing.index + 1))
  }
  if (closing.index > LARGEST_FRONT_MATTER) {
    throw new DocumentError(file, 'file-too-large', 'the front matter may have at most 32,000 characters')
  }
  let front = ''
  const capture = (yaml: string) => {
    front = yaml
    return {}
  }
  const { content } = matter(text, { engines: { ...engines, yaml: capture } })
  return {
    ...fields(file, text, front, Math.max(0, text.indexOf(front, 3))),
    body: content,
    bodyLine: placeAt(text, text.length - content.length).line,
  }
}

/** Reads a YAML file: the whole of it is fields. @throws {DocumentError} */
export function readYaml(file: string, text: string): Document {
  return { ...fields(file, text, text, 0), body: '', bodyLine: 1 }
}

function fields(file: string, text: string, yaml: string, start: number) {
  let data: unknown
  try {
    data = parseYaml(yaml) ?? {}
  } catch (error) {
    if (!(error instanceof YamlError)) throw error
    throw new DocumentError(file, 'yaml', `YAML: ${error.message}`, placeAt(text, start + error.offset))
  }
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    throw new DocumentError(file, 'yaml', 'YAML: expected fields of the form "name: value"', placeAt(text, start))
  }
  let offsets: Offsets | undefined
  const located = () => {
    offsets ??= locateYaml(yaml)
    return offsets
  }
  const at = (offset: number | null) => (offset === null ? TOP : placeAt(text, start + offset))
  return {
    file,
    data: data as Readonly<Record<string, unknown>>,
    place(path: Path): Place {
      // What is not there at all needs no looking for.
      if (!Object.hasOwn(data, path[0] ?? '')) return TOP
      for (let length = path.length; length > 0; length--) {
        const offset = located().value(path.slice(0, length)) ?? located().key(path.slice(0, length))
        if (offset !== null) return at(offset)
      }
      return TOP
    },
    keyPlace: (path: Path): Place => at(located().key(path)),
  }
}
