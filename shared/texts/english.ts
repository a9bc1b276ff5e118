import { app } from './english/app'
import { changes } from './english/changes'
import { checks } from './english/checks'
import { cli } from './english/cli'
import { commands } from './english/commands'
import { document } from './english/document'
import { editor } from './english/editor'
import { files } from './english/files'
import { form } from './english/form'
import { images } from './english/images'
import { library } from './english/library'
import { preview } from './english/preview'
import { settings } from './english/settings'
import { site } from './english/site'
import { titles } from './english/titles'
import { shortcodes } from './english/writing/shortcodes'
import { spelling } from './english/writing/spelling'
import { tableMenu } from './english/writing/table-menu'

/** Every text of the interface in English, as ICU messages; one file for each part of the app. */
export const english = {
  app,
  changes,
  checks,
  cli,
  commands,
  document,
  editor,
  form,
  files,
  images,
  library,
  preview,
  settings,
  site,
  shortcodes,
  spelling,
  tableMenu,
  titles,
} as const
