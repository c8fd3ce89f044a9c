import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Catalog } from '#lib/content/catalog/catalog.ts'
import { Connection } from '#lib/content/catalog/connection.ts'
import { pageOf } from '#lib/content/queries/paging.ts'
import { Client } from '../client.ts'
import { median } from '../figures.ts'
import { type Row, row } from '../row.ts'
import { Site } from '../site.ts'
import type { Publication, Workspace } from '../workspace.ts'

/** The page that is to cost what the first one costs; of a list that is not as long, the last one. */
const DEEP = 500

/** A page of a list: what its address says after `?before=`, or null for the first one. */
type Before = string | null

/** Pages at the end of the longest list of a section, against those at its top: asked of the catalog, and of a site. */
export async function benchPaging(workspace: Workspace): Promise<Row[]> {
  const publication = workspace.publication(workspace.largest)
  workspace.say('paging: making the catalog')
  await using site = await Site.ready(workspace, publication)
  const { section, pages, deep, rows } = inCatalog(workspace, publication)
  workspace.say('paging: from page to page')
  using client = new Client(site.url)
  const ask = async (page: Before): Promise<number> => {
    const started = performance.now()
    const { status } = await client.ask(`/${section}?before=${page}`)
    if (status !== 200) throw new Error(`/${section}?before=${page} answered with ${status}.`)
    return performance.now() - started
  }
  const [shallow, far]: [number[], number[]] = [[], []]
  // Each page is made once and kept from then on, so that every one that is asked for is another one.
  for (let page = 1; page <= workspace.amount(40, 10) && page + page < pages.length; page++) {
    shallow.push(await ask(pages[page] ?? null))
    far.push(await ask(pages[deep - page] ?? null))
  }
  const against = { what: 'the second one and those after it', value: median(shallow) }
  const goal = { most: 1.25 * against.value }
  const what = `page ${deep + 1} of a section and those before it, uncached`
  return [...rows, row({ what, value: median(far), unit: 'ms', goal, against, samples: far })]
}

/** The same of the catalog alone, and which pages there are. */
function inCatalog(workspace: Workspace, { content, data }: Publication) {
  const connection = new Connection(new DatabaseSync(path.join(data, 'catalog.db'), { readOnly: true }))
  try {
    const catalog = new Catalog(connection, { root: content, siteUrl: null, drafts: false })
    const [section = ''] = [...catalog.site.sections.keys()].sort(
      (a, b) => catalog.lists.count(`section:${b}`) - catalog.lists.count(`section:${a}`),
    )
    const list = `section:${section}`
    const pages: Before[] = [null]
    for (;;) {
      const { older } = pageOf(catalog, list, pages.at(-1) ?? null) ?? {}
      if (!older) break
      pages.push(new URLSearchParams(older).get('before'))
    }
    const deep = Math.min(DEEP, pages.length) - 1
    const time = (page: Before) => {
      const started = performance.now()
      pageOf(catalog, list, page)
      return performance.now() - started
    }
    const [first, far]: [number[], number[]] = [[], []]
    for (let round = 0; round < workspace.amount(400, 100); round++) {
      first.push(time(null))
      far.push(time(pages[deep] ?? null))
    }
    const against = { what: 'the first one', value: median(first) }
    const what = `page ${deep + 1} of a section, asked of the catalog`
    const measured = {
      what,
      value: median(far),
      unit: 'ms',
      goal: { most: 1.1 * against.value },
      against,
      samples: far,
    }
    return { section, pages, deep, rows: [row(measured)] }
  } finally {
    connection.close()
  }
}
