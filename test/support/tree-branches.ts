import type { Tree } from '@lezer/common'

/** A tree and all trees nested in it. */
export const branchesOf = (tree: Tree, found = new Set<Tree>()): Set<Tree> => {
  found.add(tree)
  for (const child of tree.children) if ('children' in child) branchesOf(child, found)
  return found
}
