import { createHash } from 'node:crypto'
import { compress, decompress, type Encoding } from '../http/encoding.ts'
import { isFeed, SHOWN } from '../http/feed.ts'
import { NEGOTIATED } from '../http/negotiation.ts'
import { securityHeaders } from '../http/security.ts'
import { CACHE_CONTROL } from './lifetimes.ts'

/** What a page is made of. */
export interface PageParts {
  readonly status: number
  readonly contentType: string
  /** Files that the page needs and other forms of it, for the `Link` header. */
  readonly link: string | null
  /** The address of the same in Markdown, for clients that would rather have that. */
  readonly markdown: string | null
  /** Further headers, by names in lower case; they stand in place of those of security by the same name. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer
}

/** Headers as `writeHead` takes them without another look: names and values in turn. */
type Head = string[]

/** A page in one encoding, ready to go out. */
export interface Representation {
  readonly etag: string
  readonly body: Buffer
  /** For clients without TLS and, second, for those with it. */
  readonly heads: readonly [Head, Head]
  /** The same for 304. */
  readonly unchanged: readonly [Head, Head]
}

/** Where browsers find which links they may follow ahead. */
const SPECULATION = ['speculation-rules', '"/speculation-rules.json"']

/** What is worth compressing; pictures are compressed as they are. */
const COMPRESSIBLE = /^text\/|[/+](?:json|xml|javascript)\b/

/** What a page takes beside its bytes: objects, headers, places in maps. */
const OVERHEAD = 4096

/**
 * The bytes of a rendered page, and each encoding of them that was asked for. Never changes otherwise. Nearly everybody
 * takes brotli: once it is made, the bytes themselves are kept only if somebody asked for them.
 */
export class Page {
  readonly status: number
  readonly lastModified: Date
  readonly markdown: string | null
  /** Whether it is a feed, which browsers show only under another type. */
  readonly isFeed: boolean
  readonly #about: Omit<PageParts, 'body'>
  readonly #digest: string
  readonly #made = new Map<Encoding, Representation>()
  readonly #making = new Map<Encoding, Promise<Representation>>()
  /** Null when they can be had from brotli. */
  #body: Buffer | null
  #isAskedFor = false
  #isPolished = false

  /** @param lastModified when these bytes were first seen */
  constructor({ body, ...about }: PageParts, lastModified: Date) {
    this.status = about.status
    this.lastModified = lastModified
    this.markdown = about.markdown
    this.isFeed = isFeed(about.contentType)
    this.#about = about
    this.#body = body
    this.#digest = digest(body)
    this.#made.set('identity', this.#represent('identity', body))
  }

  /** What it takes of memory, more or less. */
  get bytes(): number {
    return Array.from(this.#made.values()).reduce((sum, { body }) => sum + body.length, OVERHEAD)
  }

  /** Whether it is for who asked, and for no cache. */
  get isFleeting(): boolean {
    return this.#about.headers.some(([name, value]) => name === 'cache-control' && value === CACHE_CONTROL.none)
  }

  /** The encodings it is there in. */
  get encodings(): Encoding[] {
    return [...this.#made.keys()]
  }

  isSameAs({ status, contentType, link, markdown, headers, body }: PageParts): boolean {
    const own = this.#about
    const isAlike =
      status === own.status &&
      contentType === own.contentType &&
      link === own.link &&
      markdown === own.markdown &&
      String(headers) === String(own.headers)
    return isAlike && digest(body) === this.#digest
  }

  /** The page in this encoding if it has been made. */
  ready(encoding: Encoding): Representation | undefined {
    if (encoding === 'identity') this.#isAskedFor = true
    return this.#made.get(encoding)
  }

  /** The page in this encoding, made once, whoever asks. What cannot be compressed goes out as it is. */
  represent(encoding: Encoding): Promise<Representation> | Representation {
    if (!COMPRESSIBLE.test(this.#about.contentType)) return this.#made.get('identity') as Representation
    const ready = this.ready(encoding) ?? this.#making.get(encoding)
    if (ready) return ready
    const making = this.#make(encoding).finally(() => this.#making.delete(encoding))
    this.#making.set(encoding, making)
    return making
  }

  async #make(encoding: Encoding): Promise<Representation> {
    const body = await this.#plain()
    const made = await (encoding === 'identity' ? Promise.resolve(body) : compress(body, encoding)).catch(() => null)
    if (made === null) return this.#represent('identity', body)
    const representation = this.#represent(encoding, made)
    this.#made.set(encoding, representation)
    if (encoding === 'identity') this.#body = body
    if (encoding === 'br' && !this.#isAskedFor) this.#forget()
    return representation
  }

  /** Lets go of the bytes themselves. */
  #forget(): void {
    this.#body = null
    this.#made.delete('identity')
  }

  async #plain(): Promise<Buffer> {
    const packed = this.#made.get('br')
    if (this.#body === null && packed !== undefined) return decompress(packed.body)
    if (this.#body === null) throw new Error('A page has lost its bytes.')
    return this.#body
  }

  /** Compresses anew, with more effort, what is asked for often: a seventh smaller for 60 times the work. */
  async polish(): Promise<void> {
    const quick = this.#made.get('br')
    if (this.#isPolished || quick === undefined) return
    this.#isPolished = true
    const body = await compress(await this.#plain(), 'br', 'small').catch(() => quick.body)
    if (body.length < quick.body.length) this.#made.set('br', this.#represent('br', body, 'br-small'))
  }

  #represent(encoding: Encoding, body: Buffer, mark: string = encoding): Representation {
    const { status, contentType, link, markdown, headers } = this.#about
    const own = new Set(headers.map(([name]) => name))
    // Other bytes, other tag: a strong one names exactly what was sent (RFC 9110, 8.8.3.3).
    const etag = encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${mark}"`
    const kept = ['vary', this.isFeed ? SHOWN : markdown === null ? 'accept-encoding' : NEGOTIATED]
    if (!own.has('cache-control')) kept.push('cache-control', CACHE_CONTROL.page(status))
    if (status === 200) kept.push('etag', etag, 'last-modified', this.lastModified.toUTCString())
    const content = ['content-type', contentType, 'content-length', String(body.length)]
    if (encoding !== 'identity') content.push('content-encoding', encoding)
    if (link !== null) content.push('link', link)
    if (contentType.startsWith('text/html')) content.push(...SPECULATION)
    const [open, secure] = [false, true].map((secure) => [
      ...securityHeaders({ secure }).flatMap((header) => (own.has(header[0]) ? [] : header)),
      ...headers.flat(),
    ]) as [Head, Head]
    return {
      etag,
      body,
      heads: [
        [...content, ...kept, ...open],
        [...content, ...kept, ...secure],
      ],
      unchanged: [
        [...kept, ...open],
        [...kept, ...secure],
      ],
    }
  }
}

const digest = (body: Buffer): string => createHash('sha256').update(body).digest('base64url').slice(0, 22)
