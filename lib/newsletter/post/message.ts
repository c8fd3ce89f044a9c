import { createHash } from 'node:crypto'
import MimeNode from 'nodemailer/lib/mime-node'

/** A header that stands in a mail as it is, on one line. The value must be ASCII. */
export type Header = readonly [name: string, value: string]

export interface Head {
  readonly from: { readonly name: string; readonly address: string }
  /** An address as it is written to. */
  readonly to: string
  readonly subject: string
  /** When it was made, in milliseconds. */
  readonly date: number
  readonly messageId: string
  readonly more: readonly Header[]
}

/** Both parts, encoded as quoted-printable, in pieces. */
export interface Parts {
  readonly text: readonly Buffer[]
  readonly html: readonly Buffer[]
}

/** One line without anything that is no character: what editors wrote, for a header. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()

/**
 * The same for the same mail, however often it is handed over, so that whoever gets it twice can tell. It says nothing of
 * what it is made from.
 * @param sender the address it comes from: its domain vouches that there is no other such id
 * @see https://www.rfc-editor.org/rfc/rfc5322#section-3.6.4
 */
export function messageIdOf(sender: string, ...what: readonly string[]): string {
  const id = createHash('sha256').update(what.join('\0')).digest('hex').slice(0, 32)
  return `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`
}

/**
 * A whole mail as it is handed over: text first and HTML second, of which mail programs show the last one they can.
 * @throws {TypeError} for a header of `more` that does not fit on a line
 * @see https://www.rfc-editor.org/rfc/rfc2046#section-5.1.4
 */
export function composeMessage({ from, to, subject, date, messageId, more }: Head, { text, html }: Parts): Buffer {
  // What quoted-printable never has, so that no part can hold it.
  const boundary = `=_${messageId.slice(1, 33)}`
  const head = new MimeNode(`multipart/alternative; boundary="${boundary}"`)
  head.setHeader('From', { name: oneLine(from.name), address: from.address })
  head.setHeader('To', { name: '', address: to })
  head.setHeader('Subject', oneLine(subject))
  head.setHeader('Date', new Date(date))
  head.setHeader('Message-ID', messageId)
  for (const [name, value] of more) {
    if (!/^[\x20-\x7e]{1,900}$/.test(value)) throw new TypeError(`${name} of a mail does not fit on a line.`)
    head.setHeader(name, { prepared: true, value })
  }
  return Buffer.concat([
    Buffer.from(`${head.buildHeaders()}\r\n\r\n`),
    partHead(boundary, 'text/plain'),
    ...text,
    partHead(boundary, 'text/html'),
    ...html,
    Buffer.from(`--${boundary}--\r\n`),
  ])
}

const partHead = (boundary: string, type: string) =>
  Buffer.from(
    `--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
  )
