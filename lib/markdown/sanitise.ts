import type { Schema } from 'hast-util-sanitize'
import { MEDIA } from './links.ts'

const GLOBAL = ['lang', 'dir', 'title']

/**
 * What may stand in a page from a file: a closed list of elements and attributes. Scripts, styles, frames, forms, event
 * handlers, ids and classes of the file's own, and links with other schemes are not on it. Elements off the list lose
 * their tags and keep their text; those under `strip` lose both. Images and sound come from this site only.
 * @see https://github.com/syntax-tree/hast-util-sanitize#schema
 */
export const schema: Schema = {
  tagNames: [
    ...['a', 'abbr', 'b', 'bdi', 'bdo', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'i', 'ins', 'kbd', 'mark'],
    ...['q', 'rp', 'rt', 'ruby', 's', 'samp', 'small', 'span', 'strong', 'sub', 'sup', 'time', 'u', 'var', 'wbr'],
    ...['blockquote', 'dd', 'details', 'div', 'dl', 'dt', 'h2', 'h3', 'h4', 'h5', 'h6', 'hr', 'li', 'ol', 'p', 'pre'],
    ...['section', 'summary', 'ul', 'caption', 'table', 'tbody', 'td', 'tfoot', 'th', 'thead', 'tr'],
    ...['audio', 'img', 'input'],
  ],
  attributes: {
    '*': GLOBAL,
    a: [
      'href',
      ['id', /^fnref:[\d:]+$/],
      ['className', 'footnote-ref', 'footnote-back'],
      ['ariaLabel', /^Back to reference \d+/],
      ['role', 'doc-noteref', 'doc-backlink'],
    ],
    audio: [['src', MEDIA], 'controls', ['preload', 'none', 'metadata']],
    code: [['className', /^language-/]],
    data: ['value'],
    del: ['dateTime'],
    div: [
      ['className', 'table-scroll'],
      ['role', 'region'],
      ['tabIndex', 0],
      ['ariaLabel', /^Table(?: \d+)?$/],
    ],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    h5: ['id'],
    h6: ['id'],
    hr: ['dataSlot'],
    img: [['src', MEDIA], 'alt', 'width', 'height', ['loading', 'lazy'], ['decoding', 'async']],
    input: [['type', 'checkbox'], ['disabled', true], 'checked', ['ariaLabel', 'Done', 'Not done']],
    ins: ['dateTime'],
    li: [
      ['id', /^fn:\d+$/],
      ['className', 'task-list-item'],
    ],
    ol: ['start', 'reversed', ['type', '1', 'a', 'A', 'i', 'I']],
    section: [
      ['className', 'footnotes'],
      ['role', 'doc-endnotes'],
      ['ariaLabel', 'Notes'],
    ],
    sup: [['className', 'footnote-mark']],
    td: ['align', 'colSpan', 'rowSpan'],
    th: ['align', 'colSpan', 'rowSpan', ['scope', 'col', 'row', 'colgroup', 'rowgroup']],
    time: ['dateTime'],
    ul: [['className', 'contains-task-list']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
  required: { input: { type: 'checkbox', disabled: true } },
  ancestors: {
    tbody: ['table'],
    td: ['table'],
    th: ['table'],
    thead: ['table'],
    tfoot: ['table'],
    tr: ['table'],
    caption: ['table'],
  },
  // The last three would also leave their content where HTML does not let it stand.
  strip: [
    ...['script', 'style', 'iframe', 'object', 'embed', 'template', 'noscript', 'title', 'svg', 'math'],
    ...['select', 'textarea', 'button', 'marquee', 'applet'],
  ],
  clobber: [],
  clobberPrefix: '',
  allowComments: false,
  allowDoctypes: false,
}
