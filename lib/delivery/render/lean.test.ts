import { expect, test } from 'vitest'
import { lean } from './lean.ts'

const same = (html: string) => expect(lean(html)).toMatchObject({ html, streamed: false })

test.for([
  ['a script by address', '<script src="/_next/static/chunks/a.js" async=""></script>'],
  ['a script for old browsers', '<script src="/a.js" noModule=""></script>'],
  ['a copy of the page', '<script>self.__next_f.push([1,"<p>a</p><!-- --><template id=\\"B:0\\">"])</script>'],
  ['a script in capitals', "<SCRIPT SRC='/a.js'></SCRIPT >"],
  ['a script fetched early', '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>'],
  ['a module fetched early', '<link rel="modulepreload" href="/a.js"/>'],
  ['a wait for the first script', '<link rel="expect" href="#_R_" blocking="render"/>'],
  ['a mark between texts', '<!-- -->'],
  ['marks around a finished boundary', '<!--$--><!--/$-->'],
  ['marks around an activity', '<!--&--><!--/&-->'],
  ['a note among scripts', '<meta name="next-size-adjust" content=""/>'],
  ['a place for late metadata', '<div hidden=""><!--$--><!--/$--></div>'],
] as const)('%s goes', ([, piece]) => {
  expect(lean(`<body><p>a${piece}b</p></body>`)).toMatchObject({ html: '<body><p>ab</p></body>', streamed: false })
})

test('an attribute of the runtime goes, its element stays', () => {
  expect(lean('<link rel="stylesheet" href="/a.css" data-precedence="next"/>').html).toBe(
    '<link rel="stylesheet" href="/a.css"/>',
  )
  expect(lean("<img data-nimg=1 alt='' data-precedence>").html).toBe("<img alt=''>")
})

test.for([
  ['structured data', '<script type="application/ld+json">{"a":"<!-- -->"}</script>'],
  ['a script of the site', '<script src="/menu.js" data-broadsheet="" async=""></script>'],
  ['a preloaded picture', '<link rel="preload" as="image" imageSrcSet="/a 1x" fetchPriority="high"/>'],
  ['a preloaded font', '<link rel="preload" as="font" href="/a.woff2" crossorigin=""/>'],
  ['words about scripts in an attribute', '<img alt="<script>a</script><!-- -->" title=\'data-nimg="1"\'>'],
  ['words about scripts in text', '<p>&lt;script>a&lt;/script> &lt;!-- --></p>'],
  ['what is in a text area', '<textarea><script>a</script><!-- --></textarea>'],
  ['what is in a title', '<title><!-- --> a</title>'],
  ['what is in a style', '<style>/* <!-- --> <script> */</style>'],
  [
    'what is in a template',
    '<template><script>a</script><!-- --><template></template><b data-nimg="1"></b></template>',
  ],
  ["an author's comment", '<p>a<!-- a note -->b</p>'],
  ['a hidden element that holds something', '<div hidden=""><p>a</p></div><div hidden="">a</div>'],
  ['a hidden element with a name', '<div hidden="" id="later"></div>'],
  ['other metadata', '<meta name="robots" content="noindex"/>'],
  ['a script that never ends', '<p>a</p><script>b'],
] as const)('%s stays', ([, html]) => {
  same(`<!DOCTYPE html><html><body>${html}`)
})

test.for([
  ['is pending', '<!--$?--><template id="B:0"></template><p>…</p><!--/$-->'],
  ['waits in line', '<!--$~--><template id="B:0"></template><!--/$-->'],
  ['failed on the server', '<!--$!--><template data-dgst="1"></template><p>…</p><!--/$-->'],
  ['comes later', '<div hidden id="S:0"><p>a</p></div><script>$RC("B:0","S:0")</script>'],
  ['has a hole in it', '<template id="P:1"></template>'],
] as const)('a page of which a part %s is left as it is', ([, part]) => {
  const html = `<body>${part}<p>a<!-- -->b</p></body>`
  expect(lean(html)).toMatchObject({ html, streamed: true })
})

test('marks that an author wrote as text say nothing of the page', () => {
  same('<textarea><!--$?--></textarea><p title="<!--$?-->">id="B:0"</p>')
})

test('what is lean stays as it is', () => {
  const { html } = lean('<div hidden=""><!--$--><!--/$--></div><p>a<!-- -->b</p><script>c</script>')
  same(html)
})

test('the other forms that a head names are told, those in texts and scripts are not', () => {
  const html =
    '<link rel="alternate" type="text/markdown" href="/a.md"/><link rel="alternate" hreflang="en-GB" href="/b">' +
    '<script type="application/ld+json">"<link rel=alternate type=a href=b>"</script><link rel="icon" href="/i" type="x">'
  expect(lean(html)).toEqual({ html, streamed: false, alternates: [{ type: 'text/markdown', href: '/a.md' }] })
})
