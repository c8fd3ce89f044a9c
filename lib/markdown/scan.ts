import { nestsTooDeep } from './depth.ts'

/** Longer paragraphs are warned of. */
export const LONG_PARAGRAPH = 150

/** A picture alone on its line, as `scan` finds it; `line` counts from 1. */
interface ScannedImage {
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

/** What may stand before a block on its line: the marks of quotations, lists and notes around it. */
const BEFORE = String.raw`^(?:[ \t>*+\-\d.)]|\[\^[^\]\s]+\]:)*`

/** A link to a path without an anchor, or to the web. */
const LINK = String.raw`\]\((?:\/[^\s()"'#]*|https?:\/\/[^\s()"']+)(?: "[^"\n]*")?\)`

/** A picture alone between empty lines, whose alt text says something. */
const PICTURE = String.raw`(?<=(?:^\n?|\n\n)!\[)(?=[^\]\n]*[\p{L}\p{N}])[^[\]\n]*\]\(\/media\/[^\s()"']+(?: "[^"\n]+")?\)(?=\n\n|\n?$)`

const SUSPECT: readonly RegExp[] = [
  /<|&|\\/, // raw HTML, references, escapes
  /[^\P{Cc}\n\t]|[\u2028\u2029]/u, // what ends a line for the parser or for these expressions, but not for both
  /^(?: {4}|\t| {1,3}\t)/m, // indented code, or the inside of a list
  /[*_~]{9}/, // emphasis that nests deep
  new RegExp(`${BEFORE}::`, 'm'), // a directive
  new RegExp(`${BEFORE}(?:\`{3}|~{3})`, 'm'), // code, in which nothing is what it seems
  new RegExp(String.raw`${BEFORE}\[(?!\^[^\]\s]+\])[^\]]{0,1000}\]:`, 'm'), // a link's definition
  new RegExp(String.raw`${BEFORE}(?:-|=+)[ \t]*$`, 'm'), // a heading by underline
  /^ {0,3}(?:[>*+\-\d]|\[\^)[^\n]*#{1,6}(?:[ \t]|$)/m, // a heading in a quotation, a list or a note
  new RegExp(String.raw`(?!${LINK})\]\(`), // any other link
  new RegExp(String.raw`!\[(?!${PICTURE})`, 'u'), // any other picture
]

const TARGET = /\]\((\/[^\s)]*)/g
const HEADING = /^ {0,3}(#{1,6})(?=[ \t]|$)/gm
const IMAGE = /^!\[[^\]]*\]\((\S+)(?: "([^"]*)")?\)$/gm

/** A paragraph of more characters may be few words, but none that anybody writes. */
const LONGEST_PARAGRAPH = 4000

/** @param ownUrl the publication's address; a body that has it, or its name alone, is left to the parser */
export function scan(body: string, ownUrl: string): Scan {
  const ownName = ownUrl.slice(ownUrl.indexOf('://') + 3)
  if (SUSPECT.some((pattern) => pattern.test(body)) || body.includes(ownName) || nestsTooDeep(body)) return UNSURE
  let depth = 1
  for (const [, marks] of body.matchAll(HEADING)) {
    const next = marks?.length ?? 1
    if (next === 1 || next > depth + 1) return UNSURE
    depth = next
  }
  for (const paragraph of body.split(/\n[ \t]*\n/)) {
    // Words are one character and a space at the least, so a short text needs no count.
    if (paragraph.length <= 2 * LONG_PARAGRAPH) continue
    if (paragraph.length > LONGEST_PARAGRAPH || paragraph.split(/\s+/).length > LONG_PARAGRAPH) return UNSURE
  }
  const images = Array.from(body.matchAll(IMAGE), ({ 1: src = '', 2: credit, index }) => {
    return { src, credit: credit ?? null, line: body.slice(0, index).split('\n').length }
  })
  const targets = Array.from(body.matchAll(TARGET), (match) => match[1] ?? '')
  return { plain: true, targets, images }
}
