import { Parser } from 'htmlparser2'

/** Attributes that mean the same everywhere. Ids, classes, roles and hints on loading serve our own pages only. */
const KEPT = new Set([
  ...['alt', 'align', 'colspan', 'controls', 'datetime', 'dir', 'height', 'href', 'lang', 'reversed', 'rowspan'],
  ...['scope', 'src', 'start', 'title', 'type', 'value', 'width'],
])

const ADDRESSES = new Set(['href', 'src'])

/** Elements without an end tag. @see https://html.spec.whatwg.org/multipage/syntax.html#void-elements */
const VOID = new Set(['br', 'hr', 'img', 'wbr'])

const SCHEME = /^(?:https?|mailto|tel):/

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text as it may stand in HTML, in the values of attributes too. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? '')

/**
 * Sanitised HTML of a page as it may stand anywhere else: every address in full, and no attribute that only our own
 * pages know. The box of a task list becomes a character, since feed readers show no forms.
 * @param html from the sanitiser; markup that is not is passed through as it is, but for its attributes
 * @param base the absolute address of the page, to which anchors lead
 */
export function portable(html: string, base: string): string {
  let out = ''
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'input') out += 'checked' in attributes ? '☑' : '☐'
      else out += `<${name}${Object.entries(attributes).map(attribute).join('')}>`
    },
    ontext(text) {
      out += escapeHtml(text)
    },
    onclosetag(name) {
      if (!VOID.has(name) && name !== 'input') out += `</${name}>`
    },
  })
  const attribute = ([name, value]: [string, string]): string => {
    const written = ADDRESSES.has(name) ? inFull(value, base) : value
    return KEPT.has(name) && written !== null ? ` ${name}="${escapeHtml(written)}"` : ''
  }
  parser.end(html)
  return out
}

/** Null for what is no address, or one that nobody may be sent to. */
function inFull(address: string, base: string): string | null {
  const url = URL.canParse(address, base) ? new URL(address, base).href : null
  return url !== null && SCHEME.test(url) ? url : null
}
