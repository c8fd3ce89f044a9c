import { createHash } from 'node:crypto'

/** The name space of addresses. @see https://www.rfc-editor.org/rfc/rfc9562#section-6.6 */
const OF_ADDRESSES = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex')

/**
 * A story's name for good, in every feed: a UUID made of the publication's host and the first slug that the story had. It
 * stays when the story moves to another section, is renamed, given other dates or rewritten, and when the site moves to TLS.
 * @param url the publication's address
 * @returns a URN; 122 bits that depend on nothing else
 * @see https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 * @see https://www.rfc-editor.org/rfc/rfc4287#section-4.2.6
 */
export function permanentId(url: string, firstSlug: string): string {
  const hash = createHash('sha1')
    .update(OF_ADDRESSES)
    .update(`https://${new URL(url).host}/${firstSlug}`)
    .digest()
  const bytes = hash.subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  return `urn:uuid:${bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')}`
}
