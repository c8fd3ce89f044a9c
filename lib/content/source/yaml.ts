import {
  EVENT_ID,
  getScalarValue,
  load,
  type ParserOptions,
  parseEvents,
  SCALAR_STYLE,
  type ScalarEvent,
  YAMLException,
} from 'js-yaml'

/** Enough for a person who reuses a value, too few for a bomb that unfolds itself. */
const LIMITS = { maxAliases: 16, maxDepth: 20 }

/** YAML that cannot be read; `offset` is where, in UTF-16 units from the start of the text. */
export class YamlError extends Error {
  override name = 'YamlError'
  readonly offset: number
  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

/** A line with nothing on it but a comment. */
const EMPTY = /^\s*(?:#|$)/

/**
 * Reads one YAML 1.2 document with the core schema: dates stay text, `yes` is text, keys may not repeat. An empty text
 * is null.
 * @throws {YamlError}
 */
export function parseYaml(text: string): unknown {
  if (text.split('\n').every((line) => EMPTY.test(line))) return null
  try {
    return load(text, LIMITS)
  } catch (cause) {
    if (!(cause instanceof YAMLException)) throw new YamlError('cannot be read', 0)
    throw new YamlError(cause.reason, cause.mark?.position ?? 0)
  }
}

/** A way into a document: `['authors', 1]` is the second author. */
export type Path = readonly (string | number)[]

/** Where the parts of a document stand, by path: the offset of each value, and of each key. */
export interface Offsets {
  value(path: Path): number | null
  key(path: Path): number | null
}

interface Frame {
  readonly path: Path
  /** The key that waits for its value, in a mapping; the next index, in a sequence. */
  next: string | number | null
}

/** Where a scalar begins: at its quotation mark, and in a block (`|`, `>`) at its first character. */
function startOf(text: string, { style, valueStart }: ScalarEvent): number | null {
  if (valueStart < 0) return null
  if (style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED) return valueStart - 1
  return valueStart + Math.max(0, text.slice(valueStart).search(/\S/))
}

const name = (path: Path) => JSON.stringify(path)

/**
 * Locates every key and value of a document that `parseYaml` accepts. Slower than reading, so it is only called when
 * something has to be reported.
 */
export function locateYaml(text: string): Offsets {
  const values = new Map<string, number>()
  const keys = new Map<string, number>()
  const stack: Frame[] = []
  const enter = (offset: number | null): Path => {
    const frame = stack.at(-1)
    if (frame === undefined) return []
    const path = [...frame.path, frame.next ?? '']
    if (offset !== null) values.set(name(path), offset)
    frame.next = typeof frame.next === 'number' ? frame.next + 1 : null
    return path
  }
  for (const event of parseEvents(text, LIMITS as ParserOptions)) {
    const frame = stack.at(-1)
    const wantsKey = frame !== undefined && frame.next === null
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      if (wantsKey) frame.next = ''
      const path = enter(event.start)
      stack.push({ path, next: event.type === EVENT_ID.MAPPING ? null : 0 })
    } else if (event.type === EVENT_ID.POP) {
      stack.pop()
    } else if (event.type === EVENT_ID.SCALAR) {
      const start = startOf(text, event)
      if (wantsKey) {
        frame.next = getScalarValue(text, event)
        if (start !== null) keys.set(name([...frame.path, frame.next]), start)
      } else enter(start)
    } else if (event.type === EVENT_ID.ALIAS) {
      if (wantsKey) frame.next = ''
      else enter(event.anchorStart - 1)
    }
  }
  return { value: (path) => values.get(name(path)) ?? null, key: (path) => keys.get(name(path)) ?? null }
}
