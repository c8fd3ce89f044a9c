import { createHash } from 'node:crypto'
import { glob, readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { isFresh } from './conditional.ts'
import { compress, type Encoding, preferredEncoding } from './encoding.ts'
import { sendFile } from './files.ts'
import { sendPlain } from './plain.ts'

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.ico': 'image/x-icon',
  '.jpg': 'image/jpeg',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
}

/** What gets smaller; pictures and fonts are compressed in themselves. */
const COMPRESSIBLE = /^(?:text\/|application\/(?:json|manifest)|image\/svg)/

/** The names of files under `_next/static` change with their bytes; those of files at fixed addresses do not. */
const LIFETIME = { hashed: 'public, max-age=31536000, immutable', fixed: 'public, max-age=3600' }

/** What Next notes beside a file that it made at build: `icon.svg.meta` beside `icon.svg.body`. */
const NOTED = z.object({ headers: z.record(z.string(), z.string()) })

/**
 * A story's card stands on pages of others, often in a frame without an origin: to a browser, its style and its fonts are
 * then another site's.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#sandboxed-origin-browsing-context-flag
 * @see https://drafts.csswg.org/css-fonts/#font-fetching-requirements (fonts ask for the second)
 */
const FOR_ALL = { 'cross-origin-resource-policy': 'cross-origin', 'access-control-allow-origin': '*' }

interface Asset {
  readonly absolute: string
  readonly type: string
  readonly digest: string
  readonly lifetime: string
  readonly modified: Date
  readonly encodings: Map<Encoding, Promise<Buffer>>
}

/** The files of a build that go out as they are: those under `_next/static`, and those that Next made at fixed addresses. */
export class Assets {
  readonly #files: ReadonlyMap<string, Asset>

  private constructor(files: ReadonlyMap<string, Asset>) {
    this.#files = files
  }

  /**
   * Lists the files of a build, with a digest of each.
   * @param build the folder that `next build` made
   */
  static async open(build: string): Promise<Assets> {
    const files = new Map<string, Asset>()
    for await (const file of list(path.join(build, 'static'))) {
      const type = TYPES[path.extname(file)] ?? 'application/octet-stream'
      const asset = await read(path.join(build, 'static', file), type, LIFETIME.hashed)
      files.set(`/_next/static/${file}`, asset)
    }
    const app = path.join(build, 'server', 'app')
    for await (const file of list(app, '**/*.body')) {
      const name = file.slice(0, -'.body'.length)
      const { headers } = NOTED.parse(JSON.parse(await readFile(path.join(app, `${name}.meta`), 'utf8')))
      const type = headers['content-type'] ?? 'application/octet-stream'
      files.set(`/${name}`, await read(path.join(app, file), type, LIFETIME.fixed))
    }
    return new Assets(files)
  }

  /** Answers for a file by its path, with 404 for any that is not in the build. */
  async serve(request: IncomingMessage, response: ServerResponse, at: string): Promise<void> {
    const asset = this.#files.get(at)
    if (asset === undefined) return sendPlain(response, 404, 'There is no file at this address.')
    const compressible = COMPRESSIBLE.test(asset.type)
    const encoding = compressible ? preferredEncoding(request.headers['accept-encoding']) : 'identity'
    const headers: Record<string, string> = {
      ...FOR_ALL,
      'content-type': asset.type,
      'cache-control': asset.lifetime,
      ...(compressible && { vary: 'accept-encoding' }),
      'last-modified': asset.modified.toUTCString(),
      etag: `"${asset.digest}${encoding === 'identity' ? '' : `-${encoding}`}"`,
    }
    // Parts are only of the bytes as they are.
    if (request.headers.range !== undefined && encoding === 'identity')
      return sendFile(request, response, { absolute: asset.absolute, headers })
    if (isFresh(request.headers, { etag: headers.etag ?? '', lastModified: asset.modified })) {
      response.writeHead(304, headers).end()
      return
    }
    const bytes = await encoded(asset, encoding)
    response.writeHead(200, {
      ...headers,
      ...(encoding === 'identity' ? { 'accept-ranges': 'bytes' } : { 'content-encoding': encoding }),
      'content-length': bytes.length,
    })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }
}

async function* list(folder: string, pattern = '**/*'): AsyncGenerator<string> {
  for await (const entry of glob(pattern, { cwd: folder, withFileTypes: true })) {
    if (!entry.isFile()) continue
    yield path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/')
  }
}

async function read(absolute: string, type: string, lifetime: string): Promise<Asset> {
  const digest = createHash('sha256')
    .update(await readFile(absolute))
    .digest('base64url')
    .slice(0, 22)
  return { absolute, type, digest, lifetime, modified: (await stat(absolute)).mtime, encodings: new Map() }
}

/** Read and compressed when first asked for, once; kept, for a build has few such files. A failed attempt is not kept. */
function encoded({ absolute, encodings }: Asset, encoding: Encoding): Promise<Buffer> {
  const made = encodings.get(encoding)
  if (made) return made
  const bytes = readFile(absolute)
  const making = encoding === 'identity' ? bytes : bytes.then((whole) => compress(whole, encoding, 'small'))
  encodings.set(encoding, making)
  making.catch(() => encodings.delete(encoding))
  return making
}

let opened: Promise<Assets> | undefined

/** Answers for a file of the build in the current folder, which is listed at the first request. */
export async function serveAsset(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
  opened ??= Assets.open('.next')
  await (await opened).serve(request, response, path)
}
