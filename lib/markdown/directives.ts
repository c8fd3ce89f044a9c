/** A block directive of the content contract: whether it has content, and the attributes that it must carry. */
export interface DirectiveForm {
  readonly container: boolean
  readonly attributes: readonly string[]
}

export const DIRECTIVES = {
  newsletter: { container: false, attributes: ['name'] },
  promotion: { container: false, attributes: [] },
  related: { container: false, attributes: ['slug'] },
  pullquote: { container: true, attributes: ['by'] },
  aside: { container: true, attributes: ['title'] },
  figure: { container: true, attributes: ['src', 'alt', 'credit'] },
} as const satisfies Record<string, DirectiveForm>

export type DirectiveName = keyof typeof DIRECTIVES

export const isDirective = (name: string): name is DirectiveName => Object.hasOwn(DIRECTIVES, name)
