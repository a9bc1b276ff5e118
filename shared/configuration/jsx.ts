import type { AnyNode } from 'acorn'

/** An attribute of a JSX element: a text, an expression in braces, or none for `<a hidden>`. */
interface Attribute {
  readonly type: string
  readonly name?: { readonly name?: unknown }
  readonly value?: (AnyNode & { readonly expression?: AnyNode }) | null
  readonly argument?: AnyNode
}

/** The opening tag of a JSX element, which acorn's own types do not know. */
export interface Element {
  readonly type: 'JSXOpeningElement'
  readonly name: { readonly type: string; readonly name?: unknown }
  readonly attributes: readonly Attribute[]
}

export const isElement = (node: { readonly type: string }): node is Element =>
  node.type === 'JSXOpeningElement'

/** The component of an element: a name with a capital letter; null for HTML elements and `a.b`. */
export const componentOf = ({ name }: Element): string | null =>
  name.type === 'JSXIdentifier' && typeof name.name === 'string' && /^[A-Z]/.test(name.name)
    ? name.name
    : null

/** The attributes with the expressions they are set to, null for one without a value; `...` for a spread. */
export const attributesOf = ({ attributes }: Element): readonly (readonly [string, AnyNode | null])[] =>
  attributes.flatMap(({ type, name, value, argument }) =>
    type === 'JSXAttribute' && typeof name?.name === 'string'
      ? [[name.name, value?.expression ?? value ?? null] as const]
      : type === 'JSXSpreadAttribute'
        ? [['...', argument ?? null] as const]
        : [],
  )
