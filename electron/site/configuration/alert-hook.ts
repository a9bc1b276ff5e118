import type { Values } from '../../../shared/configuration/read-data'
import { folderInside, textsOf } from '../../../shared/generators/shape/configured-values'
import { siteText } from './code-file'

const names = ['render-blockquote-alert.html', 'render-blockquote.html']

/** The template of a Hugo site or its theme that renders alerts; undefined if they stay quotes. */
export const findAlertHook = async (root: string, values: Values): Promise<string | undefined> => {
  const themes = textsOf(values.theme)
    .map((name) => folderInside(name))
    .filter((name) => name !== null)
  const homes = ['layouts', ...themes.map((name) => `themes/${name}/layouts`)]
  for (const home of homes)
    for (const folder of ['_markup', '_default/_markup'])
      for (const name of names) {
        const file = `${home}/${folder}/${name}`
        const text = await siteText(root, file)
        if (text !== null && (name.includes('alert') || /\.AlertType|"alert"/.test(text))) return file
      }
  return undefined
}
