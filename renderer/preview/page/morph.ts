/*
 * Turns nodes into other nodes and keeps as much as possible: an unchanged image is not reloaded, an open `<details>`
 * stays open, a selection beside the change is kept.
 */

const originals = new WeakMap<Node, Node>()

/** Records that `node` replaces `original` on the page (a diagram for its source). */
export const standFor = (node: Node, original: Node): void => {
  originals.set(node, originals.get(original) ?? original)
}

/** The original of a node. */
export const originalOf = (node: Node): Node => originals.get(node) ?? node

const same = (old: Node, made: Node): boolean => (originals.get(old) ?? old).isEqualNode(made)

/** Turns the children `old` of `parent` into `made`; `end` is the next sibling. Returns the new children. */
export const morphRun = (
  parent: ParentNode & Node,
  old: readonly ChildNode[],
  made: readonly ChildNode[],
  end: ChildNode | null,
): ChildNode[] => {
  let first = 0
  while (first < old.length && first < made.length && same(at(old, first), at(made, first))) first++
  let oldLast = old.length
  let madeLast = made.length
  while (oldLast > first && madeLast > first && same(at(old, oldLast - 1), at(made, madeLast - 1))) {
    oldLast--
    madeLast--
  }
  const kept: ChildNode[] = old.slice(0, first)
  const behind = oldLast < old.length ? at(old, oldLast) : end
  for (let index = first; index < Math.max(oldLast, madeLast); index++) {
    const before = index < oldLast ? at(old, index) : null
    const after = index < madeLast ? at(made, index) : null
    if (!after) before?.remove()
    else if (!before) kept.push(parent.insertBefore(after, behind))
    else kept.push(morphNode(before, after))
  }
  return [...kept, ...old.slice(oldLast)]
}

const at = (nodes: readonly ChildNode[], index: number): ChildNode => {
  const node = nodes[index]
  if (!node) throw new Error('No such node')
  return node
}

const morphNode = (old: ChildNode, made: ChildNode): ChildNode => {
  if (old.nodeType !== made.nodeType || old.nodeName !== made.nodeName || originals.has(old)) {
    old.replaceWith(made)
    return made
  }
  if (old.nodeType === Node.TEXT_NODE) morphText(old as Text, (made as Text).data)
  else if (old.nodeType === Node.ELEMENT_NODE) {
    morphAttributes(old as Element, made as Element)
    morphRun(old as Element, [...old.childNodes], [...made.childNodes], null)
  } else old.replaceWith(made)
  return old.isConnected ? old : made
}

// Only the difference is replaced, so that a selection in the rest of the text is kept.
const morphText = (text: Text, after: string): void => {
  const before = text.data
  if (before === after) return
  const shorter = Math.min(before.length, after.length)
  let start = 0
  while (start < shorter && before[start] === after[start]) start++
  let end = 0
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  text.replaceData(start, before.length - start - end, after.slice(start, after.length - end))
}

const morphAttributes = (old: Element, made: Element): void => {
  for (const { name } of [...old.attributes]) {
    if (made.hasAttribute(name) || (name === 'open' && old.nodeName === 'DETAILS')) continue
    old.removeAttribute(name)
  }
  for (const { name, value } of made.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value)
  }
  if (old.nodeName === 'INPUT') {
    ;(old as HTMLInputElement).checked = made.hasAttribute('checked')
  }
}
