import { isOurs, isRuntimeLink, MARKERS, NEEDS_SCRIPT, RUNTIME_ATTRIBUTES, RUNTIME_META } from './runtime.ts'
import { attribute, type Tag, visitTags } from './tags.ts'

/** The forms of script that Next is known to put into a page; `lean` takes all of them out. */
const SCRIPTS = [
  /^\/_next\/static\/chunks\/[\w.-]+\.js$/,
  /^\(self\.__next_f=self\.__next_f\|\|\[\]\)\.push\(/,
  /^self\.__next_f\.push\(/,
  /^\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(/,
]

/** What a page says of itself, to browsers and others. */
const RELS = new Set([
  'alternate',
  'apple-touch-icon',
  'canonical',
  'icon',
  'manifest',
  'next',
  'preload',
  'prev',
  'search',
  'stylesheet',
])
const METAS = /^(?:color-scheme|description|robots|theme-color|viewport|twitter:(?:card|description|title))$/
const PROPERTIES = /^(?:article|og):[\w:]+$/

/** Names by which frameworks leave notes for their scripts. */
const NOTES = /^(?:data-|__|next-|vt-|on)/

/** Attributes of the site's own that look like such notes. */
const OURS = /^data-broadsheet(?:-|$)/

/**
 * Lists what is in a page that `lean` was not written for, so that it is looked at before readers get it.
 * @param html a whole document as Next renders it
 * @returns a line for each such thing: `comment <!--x-->`
 */
export function unknownIn(html: string): string[] {
  const found = new Set<string>()
  let script: Tag | null = null
  visitTags(html, {
    open(tag) {
      const { name, attributes } = tag
      if (name === 'script') script = isOurs(tag) ? null : tag
      if (name === 'template') found.add('element <template>')
      if (name === 'link' && !isRuntimeLink(tag)) checkNamed('link', attribute(tag, 'rel'), (rel) => RELS.has(rel))
      if (name === 'meta' && attribute(tag, 'name') !== undefined)
        checkNamed('meta', attribute(tag, 'name'), (meta) => METAS.test(meta) || RUNTIME_META.has(meta))
      if (name === 'meta' && attribute(tag, 'property') !== undefined)
        checkNamed('meta', attribute(tag, 'property'), (property) => PROPERTIES.test(property))
      for (const { name, value } of attributes) {
        if (NOTES.test(name) && !OURS.test(name) && !RUNTIME_ATTRIBUTES.has(name)) found.add(`attribute ${name}`)
        if (name === 'id' && (value.startsWith('__') || NEEDS_SCRIPT.id.test(value))) found.add(`id ${value}`)
      }
    },
    close(name, { start }) {
      if (name !== 'script' || script === null) return
      const text = attribute(script, 'src') ?? html.slice(script.end, start)
      if (!SCRIPTS.some((form) => form.test(text))) found.add(`script ${text.slice(0, 80)}`)
      script = null
    },
    comment(text) {
      if (!MARKERS.has(text)) found.add(`comment <!--${text}-->`)
    },
  })
  function checkNamed(kind: string, name: string | undefined, isKnown: (name: string) => boolean): void {
    if (name === undefined || !isKnown(name)) found.add(`${kind} ${name}`)
  }
  return [...found]
}
