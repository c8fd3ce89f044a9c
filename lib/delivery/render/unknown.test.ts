import { expect, test } from 'vitest'
import { unknownIn } from './unknown.ts'

test.for([
  ['<script>location.reload()</script>', 'script location.reload()'],
  ['<script src="/_next/static/other.js"></script>', 'script /_next/static/other.js'],
  ['<script src="https://cdn.example/a.js"></script>', 'script https://cdn.example/a.js'],
  ['<!--+-->', 'comment <!--+-->'],
  ['<!--$?-->', 'comment <!--$?-->'],
  ['<template id="B:0"></template>', 'element <template>'],
  ['<link rel="speculate" href="/a"/>', 'link speculate'],
  ['<meta name="next-thing" content=""/>', 'meta next-thing'],
  ['<meta property="next:thing" content=""/>', 'meta next:thing'],
  ['<meta name="twitter:image:width" content=""/>', 'meta twitter:image:width'],
  ['<p data-next-thing="1"></p>', 'attribute data-next-thing'],
  ['<p __source="1"></p>', 'attribute __source'],
  ['<p vt-name="1"></p>', 'attribute vt-name'],
  ['<p onclick="a()"></p>', 'attribute onclick'],
  ['<html id="__next_error__">', 'id __next_error__'],
] as const)('%s is told of', ([html, told]) => {
  expect(unknownIn(html)).toContain(told)
})

test('what a page says of itself is not', () => {
  const head = `<title>a</title><meta name="description" content="a"/><meta name="robots" content="noindex"/>
    <meta property="og:image:alt" content="a"/><meta property="article:tag" content="a"/>
    <meta name="twitter:card" content="summary"/><link rel="canonical" href="/a"/><link rel="prev" href="/a"/>
    <link rel="next" href="/a"/><link rel="alternate" hrefLang="x-default" href="/a"/><link rel="manifest" href="/a"/>
    <link rel="icon" href="/a.png" type="image/png" sizes="192x192"/><link rel="apple-touch-icon" href="/a.png"/>`
  expect(unknownIn(head)).toEqual([])
})

test('what lean knows is not', () => {
  const known = `<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><meta name="viewport" content="a"/>
    <link rel="preload" as="script" href="/_next/static/chunks/a.js"/><link rel="stylesheet" href="/a.css" data-precedence="next"/>
    <script src="/_next/static/chunks/turbopack-a_b.js" async=""></script><meta name="next-size-adjust" content=""/></head>
    <body><div hidden=""><!--$--><!--/$--></div>a<!-- -->b<script type="application/ld+json">{}</script>
    <p data-broadsheet-part="1">a</p><script src="/menu.js" data-broadsheet=""></script>
    <script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"a"])</script></body></html>`
  expect(unknownIn(known)).toEqual([])
})
