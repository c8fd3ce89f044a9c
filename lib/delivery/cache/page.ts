import { createHash } from 'node:crypto'
import { compress, type Encoding } from '../http/encoding.ts'
import { securityHeaders } from '../http/security.ts'
import { CACHE_CONTROL } from './lifetimes.ts'

/** What a page is made of. */
export interface PageParts {
  readonly status: number
  readonly contentType: string
  /** Files that the page needs, for the `Link` header. */
  readonly link: string | null
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

/** What a page takes beside its bytes: objects, headers, places in maps. */
const OVERHEAD = 4096

/** The bytes of a rendered page, and each encoding of them that was asked for. Never changes otherwise. */
export class Page {
  readonly status: number
  readonly lastModified: Date
  readonly #parts: PageParts
  readonly #digest: string
  readonly #made = new Map<Encoding, Representation>()
  readonly #making = new Map<Encoding, Promise<Representation>>()
  #bytes: number
  #isPolished = false

  /** @param lastModified when these bytes were first seen */
  constructor(parts: PageParts, lastModified: Date) {
    this.status = parts.status
    this.lastModified = lastModified
    this.#parts = parts
    this.#bytes = parts.body.length + OVERHEAD
    this.#digest = createHash('sha256').update(parts.body).digest('base64url').slice(0, 22)
    this.#made.set('identity', this.#represent('identity', parts.body))
  }

  /** What it takes of memory, more or less. */
  get bytes(): number {
    return this.#bytes
  }

  /** The encodings it is there in. */
  get encodings(): Encoding[] {
    return [...this.#made.keys()]
  }

  isSameAs({ status, contentType, link, body }: PageParts): boolean {
    const { body: own, ...rest } = this.#parts
    return status === rest.status && contentType === rest.contentType && link === rest.link && body.equals(own)
  }

  /** The page in this encoding if it has been made. */
  ready(encoding: Encoding): Representation | undefined {
    return this.#made.get(encoding)
  }

  /** The page in this encoding, made once, whoever asks. What cannot be compressed goes out as it is. */
  represent(encoding: Encoding): Promise<Representation> | Representation {
    const ready = this.#made.get(encoding) ?? this.#making.get(encoding)
    if (ready || encoding === 'identity') return ready ?? this.#represent('identity', this.#parts.body)
    const making = compress(this.#parts.body, encoding)
      .then((bytes) => this.#represent(encoding, bytes))
      .catch(() => this.#represent('identity', this.#parts.body))
      .then((made) => {
        this.#made.set(encoding, made)
        this.#making.delete(encoding)
        if (made.body !== this.#parts.body) this.#bytes += made.body.length
        return made
      })
    this.#making.set(encoding, making)
    return making
  }

  /** Compresses anew, with more effort, what is asked for often: a seventh smaller for 60 times the work. */
  async polish(): Promise<void> {
    const quick = this.#made.get('br')
    if (this.#isPolished || quick === undefined) return
    this.#isPolished = true
    const body = await compress(this.#parts.body, 'br', 'small').catch(() => quick.body)
    if (body.length >= quick.body.length) return
    this.#bytes += body.length - quick.body.length
    this.#made.set('br', this.#represent('br', body, 'br-small'))
  }

  #represent(encoding: Encoding, body: Buffer, mark: string = encoding): Representation {
    const { status, contentType, link } = this.#parts
    // Other bytes, other tag: a strong one names exactly what was sent (RFC 9110, 8.8.3.3).
    const etag = encoding === 'identity' ? `"${this.#digest}"` : `"${this.#digest}-${mark}"`
    const kept = ['cache-control', CACHE_CONTROL.page(status), 'vary', 'accept-encoding']
    if (status === 200) kept.push('etag', etag, 'last-modified', this.lastModified.toUTCString())
    const content = ['content-type', contentType, 'content-length', String(body.length)]
    if (encoding !== 'identity') content.push('content-encoding', encoding)
    if (link !== null) content.push('link', link)
    if (contentType.startsWith('text/html')) content.push(...SPECULATION)
    const [open, secure] = [false, true].map((secure) => securityHeaders({ secure }).flat()) as [Head, Head]
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
