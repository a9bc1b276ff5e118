import { create } from 'zustand'
import type { Call } from '../../shared/shortcodes/call'
import { parameter, type Shortcode } from '../../shared/shortcodes/shape'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { useSite } from '../base/site-store'
import { useDocument } from '../document/state/document-state'

/** The shortcodes of the open site, as last read; `of` is the key of the site. */
export const useShortcodes = create<{ readonly of: string | null; readonly all: readonly Shortcode[] }>(
  () => ({
    of: null,
    all: [],
  }),
)

/** Reads the shortcodes of the open site. */
export const loadShortcodes = async (): Promise<void> => {
  const { site } = useSite.getState()
  if (!site) return
  const all = await api.siteShortcodes()
  if (useSite.getState().site?.key === site.key) useShortcodes.setState({ of: site.key, all })
}

const isMdx = (post: string): boolean => /\.mdx$/i.test(post)
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
  const parameters = known?.parameters ?? []
  const isPlaced = call.args.some(({ name }) => name === null)
  const names = call.args.flatMap(({ name }) => name ?? [])
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
