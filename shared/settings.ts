import { z } from 'zod'
import { checkSeverities } from './checks/severity/check-severities'
import { generatorIds } from './generators/shape/generator-id'
import { imageChoices } from './images/image-choices'
import { markdownChoice } from './markdown/options/features'
import { loopbackOrigin } from './site/loopback'
import { isSiteFolder } from './site/post-path'
import { t } from './texts/translate'

const siteChoice = z.object({
  generator: z.enum(generatorIds).optional(),
  postsFolder: z.string().max(300).refine(isSiteFolder, t('files.notSiteFolder')).optional(),
})

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  layout: z.enum(['write', 'live', 'split', 'preview']),
  sidebar: z.boolean(),
  sidebarWidth: z.number().min(200).max(480),
  /** The editor's share of the width in Split. */
  splitRatio: z.number().min(0.2).max(0.8),
  autosave: z.enum(['off', 'afterDelay', 'onFocusChange']),
  /** Milliseconds without typing before autosave. */
  autosaveDelay: z.number().min(200).max(60_000),
  /** The size limit of the history in megabytes, for all folders. */
  historyLimit: z.number().min(10).max(100_000),
  editorFontSize: z.number().min(10).max(28),
  /** The name of a font; empty for the default. */
  editorFont: z
    .string()
    .max(100)
    .regex(/^[^"\\\n;{}]*$/, t('files.notFontName')),
  /** The line width in characters. */
  editorWidth: z.number().min(40).max(160),
  /** The line height as a multiple of the font size. */
  editorLineHeight: z.number().min(1.2).max(2.6),
  /** The focus mode. */
  focusMode: z.enum(['off', 'sentence', 'paragraph']),
  /** Typewriter scrolling. */
  typewriter: z.boolean(),
  lineNumbers: z.boolean(),
  /** The key bindings of the text. */
  editorKeys: z.enum(['standard', 'vim', 'emacs']),
  spellcheck: z.boolean(),
  /** Chromium may fetch dictionaries from Google's server, where the system has no spelling of its own. */
  downloadDictionaries: z.boolean(),
  /** Tags of the dictionaries that apply to every paragraph. */
  spellingLanguages: z.array(z.string().max(40)).max(10),
  /** Style hints: marks long sentences, repeated words and the passive voice. */
  styleHints: z.boolean(),
  /** Smart quotes, dashes and ellipses. */
  smartQuotes: z.boolean(),
  /** Texts to insert, by their names; `${name}` in one is a field to fill in. */
  snippets: z.record(z.string().min(1).max(60), z.string().min(1).max(10_000)),
  /** The reading speed in words per minute. */
  wordsPerMinute: z.number().min(80).max(600),
  /** The daily goal in words; 0 for none. */
  dailyGoal: z.number().int().min(0).max(100_000),
  /** The goals of posts in words, by the site's key and the post's path. */
  postGoals: z.record(z.string(), z.record(z.string(), z.number().int().min(1).max(1_000_000))),
  /** The words written on a local day, `YYYY-MM-DD`. */
  writtenToday: z.object({ day: z.string().max(10), words: z.number().int().min(0) }),
  /** Sites whose remote images may load, by the sites' keys. */
  remoteImages: z.array(z.string()),
  /** Sites into which pasted remote images are copied without asking, by the sites' keys. */
  copyRemoteImages: z.array(z.string()),
  syncScroll: z.boolean(),
  /** The markdown options that differ from the site's. */
  markdown: markdownChoice,
  /** Whether the preview uses the site's own style, by the site's key, if chosen. */
  siteStyle: z.record(z.string(), z.boolean()),
  /** Style sheets of the preview, by the site's key: their paths inside the site. */
  previewStyles: z.record(z.string(), z.array(z.string().min(1).max(300)).max(8)),
  /** The address of a site's development server, by the site's key, if set. */
  developmentServers: z.record(
    z.string().max(4096),
    z
      .string()
      .max(100)
      .refine((written) => loopbackOrigin(written) !== null, t('files.notLocalAddress')),
  ),
  /** Whether a rename keeps the old address as a redirect, by site name, where it was chosen. */
  redirects: z.record(z.string(), z.boolean()),
  /** How to import large photos without asking, by the site's key; the empty key applies to all sites. */
  imageImport: z.record(z.string(), imageChoices),
  /** The user's choice of generator and posts folder, by the absolute path of the site. */
  siteChoices: z.record(z.string().max(4096), siteChoice),
  /** Whether posts ignored by Git are listed or silently hidden, by the site's key, if decided. */
  ignoredPosts: z.record(z.string().max(4096), z.enum(['shown', 'leftOut'])),
  /** The severities of checks that the site does not configure. */
  checks: checkSeverities,
  /** Order of the list of posts. */
  librarySort: z.enum(['newest', 'oldest', 'title', 'modified', 'path']),
  libraryGroup: z.enum(['none', 'folder', 'year']),
  /** Whether the outline is shown. */
  outline: z.boolean(),
  /** Recent searches, the latest first. */
  searches: z.array(z.string().max(2000)).max(20),
})

/** The user's settings, stored in the user-data folder. */
export type Settings = z.infer<typeof settingsSchema>

export const settingsPatch = settingsSchema.partial().strict()
export type SettingsPatch = z.infer<typeof settingsPatch>

export const defaultSettings: Settings = {
  theme: 'system',
  layout: 'split',
  sidebar: true,
  sidebarWidth: 272,
  splitRatio: 0.5,
  autosave: 'afterDelay',
  autosaveDelay: 1000,
  historyLimit: 500,
  editorFontSize: 13.5,
  editorFont: '',
  editorWidth: 80,
  editorLineHeight: 1.75,
  focusMode: 'off',
  typewriter: false,
  lineNumbers: false,
  editorKeys: 'standard',
  spellcheck: true,
  downloadDictionaries: false,
  spellingLanguages: [],
  styleHints: false,
  smartQuotes: false,
  snippets: {},
  wordsPerMinute: 230,
  dailyGoal: 0,
  postGoals: {},
  writtenToday: { day: '', words: 0 },
  remoteImages: [],
  copyRemoteImages: [],
  syncScroll: true,
  markdown: {},
  siteStyle: {},
  previewStyles: {},
  developmentServers: {},
  redirects: {},
  imageImport: {},
  siteChoices: {},
  ignoredPosts: {},
  checks: {},
  librarySort: 'newest',
  libraryGroup: 'none',
  outline: false,
  searches: [],
}
