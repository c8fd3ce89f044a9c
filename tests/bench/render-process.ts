import next from 'next'
import { closeStore, openStore } from '#lib/content/catalog/store.ts'
import { renderDocument } from '#lib/delivery/render/document.ts'

// Runs in a process of its own, in the built project: renders articles as the delivery server does, and prints how many
// milliseconds each took.
const [count, ...addresses] = process.argv.slice(2)
const app = next({ dev: false, dir: process.cwd() })
await Promise.all([openStore(), app.prepare()])
const handle = app.getRequestHandler()

async function render(at: number): Promise<number> {
  const address = addresses[at % addresses.length] ?? '/'
  const began = performance.now()
  const { type } = await renderDocument(handle, address, new AbortController().signal, () => {})
  if (type !== 'page') throw new Error(`${address} leads to no page.`)
  return performance.now() - began
}

const WARM_UP = 200
for (let at = 0; at < WARM_UP; at++) await render(at)
const samples: number[] = []
for (let at = 0; at < Number(count); at++) samples.push(await render(at))
console.log(`\n${JSON.stringify(samples)}`)
await app.close()
await closeStore()
