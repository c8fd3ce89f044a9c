import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2'

/** A part of a document: from `start`, up to before `end`. */
export interface Span {
  readonly start: number
  readonly end: number
}

interface Attribute extends Span {
  /** In lower case. */
  readonly name: string
  /** As written, with its entities. */
  readonly value: string
}

export interface Tag extends Span {
  /** In lower case. */
  readonly name: string
  readonly attributes: readonly Attribute[]
}

export interface Visitor {
  open(tag: Tag): void
  close(name: string, at: Span): void
  comment(text: string, at: Span): void
}

/** The value of a tag's attribute as written, or undefined when it has none of this name. */
export const attribute = ({ attributes }: Tag, name: string): string | undefined =>
  attributes.find((one) => one.name === name)?.value

const nothing = () => {}

/**
 * Tells a visitor the tags and comments of a document in their order. What stands in text, attributes, scripts, styles,
 * titles and text areas is none, whatever it looks like; the contents of a `<template>` belong to its author and are passed over.
 * @see https://html.spec.whatwg.org/multipage/parsing.html#tokenization
 */
export function visitTags(html: string, visitor: Visitor): void {
  let tag: { name: string; start: number; attributes: Attribute[] } = { name: '', start: 0, attributes: [] }
  let [name, from, value] = ['', 0, '']
  let templates = 0
  const opened = (end: number) => {
    if (templates === 0) visitor.open({ ...tag, end: end + 1 })
    if (tag.name === 'template') templates++
  }
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = { name: html.slice(start, end).toLowerCase(), start: start - 1, attributes: [] }
    },
    onattribname(start, end) {
      name = html.slice(start, end).toLowerCase()
      from = start
      value = ''
    },
    onattribdata(start, end) {
      value += html.slice(start, end)
    },
    onattribend(_, end) {
      tag.attributes.push({ name, value, start: from, end })
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag(start, end) {
      const closed = html.slice(start, end).toLowerCase()
      if (closed === 'template' && templates > 0) templates--
      if (templates === 0) visitor.close(closed, { start: start - 2, end: html.indexOf('>', end) + 1 })
    },
    oncomment(start, end, offset) {
      if (templates === 0) visitor.comment(html.slice(start, end - offset), { start: start - 4, end: end + 1 })
    },
    onattribentity: nothing,
    oncdata: nothing,
    ondeclaration: nothing,
    onend: nothing,
    onprocessinginstruction: nothing,
    ontext: nothing,
    ontextentity: nothing,
  }
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks)
  tokenizer.write(html)
  tokenizer.end()
}
