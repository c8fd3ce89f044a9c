import { nestsTooDeep } from './depth.ts'

/** Longer paragraphs are warned of. */
export const LONG_PARAGRAPH = 150

/** A picture alone on its line, as `scan` finds it; `line` counts from 1. */
export interface ScannedImage {
  readonly src: string
  readonly credit: string | null
  readonly line: number
}

/**
 * What can be said of a body without parsing it. `plain` promises that a full check could find fault with nothing but
 * the `targets`, the paths of this site that it leads to, and the `images`; when unsure it is false. A full parse
 * costs twenty times as much, and most of an archive needs none: `scan.test.ts` holds the promise against the parser.
 */
export interface Scan {
  readonly plain: boolean
  readonly targets: readonly string[]
  readonly images: readonly ScannedImage[]
}

const UNSURE: Scan = { plain: false, targets: [], images: [] }

/** What may stand before a block on its line: quotations and lists around it. */
const BEFORE = String.raw`^[ \t>*+\-\d.)]*`

const SUSPECT: readonly RegExp[] = [
  new RegExp(`${BEFORE}::`, 'm'), // a directive
  /<|&|\\/, // raw HTML, references, escapes
  new RegExp(`${BEFORE}(?:\`{3}|~{3})`, 'm'), // code, in which nothing is what it seems
  /^(?: {4}|\t| {1,3}\t)/m, // indented code, or the inside of a list
  new RegExp(String.raw`${BEFORE}\[(?!\^)[^\]]{0,1000}\]:`, 'm'), // a link's definition
  new RegExp(String.raw`${BEFORE}\[\^[^\]]*\]:[ \t]*(?![ \t\p{L}"'“‘(_]|\*\S|\d+[^\d.)])`, 'mu'), // a note that opens with a block
  new RegExp(String.raw`${BEFORE}(?:-|=+)[ \t]*$`, 'm'), // a heading by underline
  /^ {0,3}[>*+\-\d][^\n]*#{1,6}(?:[ \t]|$)/m, // a heading in a quotation or list
  /\]\(\s*(?:\n|$|\))/, // a link to nothing, or to the next line
  /\]\([ \t]*[^\s/h]/, // a link that is neither a path nor on the web
  /\]\([ \t]*h(?!ttps?:\/\/)/,
  /\]\([ \t]*[^)\s]*[#("']/, // an anchor, or brackets in a link
  /!\[(?!(?<=^!\[)[^[\]\n]*[^[\]\s][^[\]\n]*\]\(\/media\/[^\s()"']+(?: "[^"\n]+")?\)$)/m, // a picture not alone on its line, or without alt text
  /[^\n]\n!\[/, // or right below other text
  /[\r\u2028\u2029]/, // ends of lines for some of these expressions, but not for the parser
]

const TARGET = /\]\([ \t]*(\/[^\s)]*)/g
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/gm

const IMAGE = /^!\[[^\]]*\]\((\S+?)(?: "([^"]*)")?\)$/gm

/** @param ownUrl the publication's address; links to it count as internal and are left to the parser */
export function scan(body: string, ownUrl: string): Scan {
  if (SUSPECT.some((pattern) => pattern.test(body)) || body.includes(ownUrl) || nestsTooDeep(body)) return UNSURE
  let depth = 1
  for (const [, marks] of body.matchAll(HEADING)) {
    const next = marks?.length ?? 1
    if (next === 1 || next > depth + 1) return UNSURE
    depth = next
  }
  for (const paragraph of body.split(/\n[ \t]*\n/)) {
    // Words are one character and a space at the least, so a short text needs no count.
    if (paragraph.length > 2 * LONG_PARAGRAPH && paragraph.split(/\s+/).length > LONG_PARAGRAPH) return UNSURE
  }
  const images = Array.from(body.matchAll(IMAGE), ({ 1: src = '', 2: credit, index }) => {
    return { src, credit: credit ?? null, line: body.slice(0, index).split('\n').length }
  })
  const targets = Array.from(body.matchAll(TARGET), (match) => match[1] ?? '')
  return { plain: true, targets, images }
}
