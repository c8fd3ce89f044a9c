import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Parser } from 'htmlparser2'
import { expect, test, vi } from 'vitest'
import { lean } from '#lib/delivery/render/lean.ts'
import { unknownIn } from '#lib/delivery/render/unknown.ts'
import { EVERY_PAGE, PAGES } from './pages.ts'

/** The built site as `next start` serves it, without the delivery server. */
async function bare() {
  const script = path.resolve('node_modules/next/dist/bin/next')
  const data = await mkdtempDisposable(path.join(tmpdir(), 'broadsheet-lean-'))
  const own = {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    CONTENT_DIR: 'content',
    DATA_DIR: data.path,
  } as const
  const env = { ...process.env, ...own }
  const child = spawn(process.execPath, [script, 'start', '-p', '0', '-H', '127.0.0.1'], { env, stdio: 'pipe' })
  let said = ''
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', () => reject(new Error(`next start ended by itself:\n${said}`)))
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        said += chunk
        const [found] = /http:\/\/(?:localhost|127\.0\.0\.1):\d+/.exec(said) ?? []
        if (found && said.includes('Ready')) resolve(found)
      })
  })
  await vi.waitFor(async () => expect(await fetch(new URL('/readyz', url))).toMatchObject({ status: 200 }), 10_000)
  return {
    get: async (address: string) => (await fetch(new URL(address, url))).text(),
    async [Symbol.asyncDispose]() {
      const gone = once(child, 'exit')
      child.kill('SIGTERM')
      await gone
      await data[Symbol.asyncDispose]()
    },
  }
}

/** Next shows a page that is not found by script alone; the delivery server shows this route in its place. */
const ADDRESSES = EVERY_PAGE.map(([, address]) =>
  address === PAGES['a page that is not there'] ? '/fault/missing' : address,
)

/** All that a reader sees or a browser acts upon: text, and elements with their attributes, but no script. */
function readable(html: string): string {
  let found = ''
  let inScript = false
  const parser = new Parser({
    onopentag(name, { 'data-precedence': _, ...attributes }) {
      inScript = name === 'script'
      const isRuntime = inScript || attributes.as === 'script' || attributes.name === 'next-size-adjust'
      if (!isRuntime) found += `<${name} ${JSON.stringify(attributes)}>`
    },
    ontext(text) {
      if (!inScript) found += text
    },
    onclosetag() {
      inScript = false
    },
  })
  parser.end(html)
  // Next's place for metadata that comes late.
  return found.replace('<div {"hidden":""}>', '')
}

test('of what Next puts into pages, nothing is unknown, and all that readers have stays', async () => {
  await using site = await bare()
  for (const address of ADDRESSES) {
    const html = await site.get(address)
    expect(unknownIn(html), address).toEqual([])
    const slim = lean(html)
    expect(slim.streamed, address).toBe(false)
    expect(
      slim.html.match(/<script(?![^>]* type="application\/ld\+json")|<!--|__next|data-precedence/g),
      address,
    ).toBeNull()
    expect(readable(slim.html), address).toEqual(readable(html))
    expect(slim.html.length).toBeLessThan(html.length / 2)
  }
})
