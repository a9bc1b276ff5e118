import { create } from 'zustand'
import type { Call } from '../../shared/shortcodes/call'
import { asImported, type ImportedComponent, importedComponents } from '../../shared/shortcodes/imports'
import { parameter, type Shortcode } from '../../shared/shortcodes/shape'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { useSite } from '../base/site-store'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { headOfState } from '../document/state/head-field'

interface Known {
  readonly of: string | null
  readonly all: readonly Shortcode[]
  /** What the open post had imported when they were read. */
  readonly imports: readonly ImportedComponent[]
}

/** The shortcodes of the open site and of the imports of the open post, as last read; `of` is the key of the site. */
export const useShortcodes = create<Known>(() => ({ of: null, all: [], imports: [] }))

const isMdx = (post: string): boolean => /\.mdx$/i.test(post)

/** The components that the open post imports now. */
const importsOfPost = (): readonly ImportedComponent[] => {
  const { post } = useDocument.getState()
  const { site } = useSite.getState()
  const state = editorView()?.state
  if (!post || !site || !state || !isMdx(post.id)) return []
  const path = [site.postsFolder === '.' ? '' : site.postsFolder, post.id].filter(Boolean).join('/')
  return importedComponents(state.sliceDoc(headOfState(state).split.bodyFrom), path, site.aliases)
}

const isSame = (one: readonly ImportedComponent[], other: readonly ImportedComponent[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** Whether the open post has other imports than when the shortcodes were read. */
export const hasNewImports = (): boolean => !isSame(importsOfPost(), useShortcodes.getState().imports)

const maxPaths = 200

/** Reads the shortcodes of the open site and the components that the open post imports. */
export const loadShortcodes = async (): Promise<void> => {
  const { site } = useSite.getState()
  if (!site) return
  const imports = importsOfPost()
  const paths = [...new Set(imports.flatMap((one) => one.paths))].slice(0, maxPaths)
  const read = await api.siteShortcodes(paths)
  if (useSite.getState().site?.key !== site.key) return
  const imported = asImported(imports, read)
  const names = new Set(imported.map(({ name }) => name))
  useShortcodes.setState({
    of: site.key,
    all: [...imported, ...read.filter(({ name }) => !names.has(name))],
    imports,
  })
}

const takesVue = (generator: string): boolean => generator === 'vitepress' || generator === 'vuepress'

/** The shortcodes that the open post can call: components only if its markdown supports them. */
export const shortcodesOfPost = (): readonly Shortcode[] => {
  const { post } = useDocument.getState()
  const { site } = useSite.getState()
  const { of, all } = useShortcodes.getState()
  if (!post || !site || of !== site.key) return []
  const hasComponents = isMdx(post.id) || takesVue(site.profile)
  return all.filter(({ kind }) => kind !== 'component' || hasComponents)
}

/** The shortcode of a call, with parameters added for values that the shortcode does not declare. */
export const shortcodeOfCall = (call: Call): Shortcode => {
  const known = useShortcodes
    .getState()
    .all.find(({ kind, name }) => kind === call.kind && name === call.name)
  const isPlaced = call.args.some(({ name }) => name === null)
  const names = call.args.flatMap(({ name }) => name ?? [])
  const declared = known?.parameters ?? []
  // Nunjucks passes the values of a function by name, too.
  const isByName = call.kind === 'tag' && names.length > 0 && !isPlaced
  const parameters = isByName ? declared.map((one) => ({ ...one, position: null })) : declared
  const others = names
    .filter((name) => !parameters.some((one) => one.name === name))
    .map((name) => parameter(name))
  const places = call.args.filter(
    ({ name, quote }) => name === null && !(call.kind === 'component' && quote === '{'),
  )
  const unknown = places.flatMap((_argument, position) =>
    parameters.some((one) => one.position === position)
      ? []
      : [parameter(t('shortcodes.valueAt', { number: position + 1 }), { position })],
  )
  // A call passes its values either by position or by name, not both.
  const fitting = parameters.filter(({ position }) =>
    isPlaced && call.kind === 'hugo'
      ? position !== null
      : names.length === 0 || position === null || call.kind === 'tag',
  )
  return {
    kind: call.kind,
    name: call.name,
    file: known?.file ?? '',
    hasInner: known?.hasInner ?? false,
    parameters: [...fitting, ...others, ...unknown],
  }
}
