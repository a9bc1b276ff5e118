import { join } from 'node:path'
import type { SettingsPatch } from '../../../shared/settings'
import { makeNotesSite } from '../../support/notes-site'
import type { OpenInApp } from '../app'
import { Editor } from './editor'

/** The head of a post that is shown in Live. */
export const liveHead = '---\ntitle: "Live"\n---\n\n'

/** Opens a post of this body in Live, with files beside it. */
export const openLive = async (
  folder: string,
  open: OpenInApp,
  body: string,
  {
    beside = {},
    settings = {},
  }: {
    readonly beside?: Readonly<Record<string, string | Uint8Array>>
    readonly settings?: SettingsPatch
  } = {},
) => {
  const file = await makeNotesSite(join(folder, 'site'), { 'live.md': liveHead + body, ...beside })
  const { page } = await open(file, undefined, { layout: 'live', ...settings })
  const editor = new Editor(page)
  await editor.flag('isFeatured').waitFor() // the fields of the other posts move the text down
  return { file, page, editor }
}
