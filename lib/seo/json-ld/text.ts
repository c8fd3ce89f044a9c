import { Parser } from 'htmlparser2'
import type { BodyBlock } from '../../content/model.ts'

/** The words of sanitised HTML as a reader sees them, in one line. */
export function textOf(html: string): string {
  let text = ''
  const parser = new Parser({
    ontext: (part) => {
      text += part
    },
  })
  parser.end(html)
  return text.replace(/\s+/g, ' ').trim()
}

/** The words of a body's running text. */
export const textOfBody = (blocks: readonly BodyBlock[]): string =>
  blocks.flatMap((block) => (block.type === 'html' ? textOf(block.html) : [])).join(' ')
