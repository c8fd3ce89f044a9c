/** Finished XML, which is not escaped again. */
export class Xml {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

type Attributes = Readonly<Record<string, string | number | null>>

/** What XML 1.0 has no place for, not even escaped: control characters, half surrogate pairs, two noncharacters. */
const IMPOSSIBLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/**
 * Text as it may stand between tags. `>` is escaped as well: `]]>` may not.
 * @see https://www.w3.org/TR/xml/#charsets
 * @see https://www.w3.org/TR/xml/#syntax
 */
const escapeText = (text: string): string =>
  text.replace(IMPOSSIBLE, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** Line ends and tabs are written as references: a parser would read them as spaces. */
const escapeValue = (text: string): string =>
  escapeText(text)
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (space) => `&#${space.charCodeAt(0)};`)

/**
 * An element. Names are ours and are written as they are; text, and the values of attributes, may be anything.
 * @param attributes those that are null are left out
 * @param children text to be escaped, or elements; null is nothing
 */
export function element(name: string, attributes: Attributes, ...children: readonly (Xml | string | null)[]): Xml {
  const given = Object.entries(attributes).map(([key, value]) =>
    value === null ? '' : ` ${key}="${escapeValue(String(value))}"`,
  )
  const content = children.map((child) => (child instanceof Xml ? child.text : escapeText(child ?? '')))
  const open = `<${name}${given.join('')}`
  return new Xml(content.length === 0 ? `${open}/>` : `${open}>${content.join('')}</${name}>`)
}

/** An element with text and no attributes; nothing where there is no text. */
export const textElement = (name: string, text: string | null): Xml | null =>
  text === null ? null : element(name, {}, text)

/** A whole document. @param instructions processing instructions before its root, written as they are */
export const xmlDocument = (root: Xml, instructions = ''): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${instructions}${root.text}\n`
