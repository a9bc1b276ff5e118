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
  /** The part of the window's text width that the editor takes in Split. */
  splitRatio: z.number().min(0.2).max(0.8),
  autosave: z.enum(['off', 'afterDelay', 'onFocusChange']),
  /** Milliseconds of rest before an automatic save. */
  autosaveDelay: z.number().min(200).max(60_000),
  /** Megabytes that earlier versions of posts may take, of all folders together. */
  historyLimit: z.number().min(10).max(100_000),
  editorFontSize: z.number().min(10).max(28),
  /** A font by its name; empty for the usual one of the layout. */
  editorFont: z
    .string()
    .max(100)
    .regex(/^[^"\\\n;{}]*$/, t('files.notFontName')),
  /** Characters in a line at most. */
  editorWidth: z.number().min(40).max(160),
  /** Times the size of the font. */
  editorLineHeight: z.number().min(1.2).max(2.6),
  /** What stands out while the rest of the text steps back. */
  focusMode: z.enum(['off', 'sentence', 'paragraph']),
  /** The line of the caret stays in the middle. */
  typewriter: z.boolean(),
  lineNumbers: z.boolean(),
  /** Whose keys the text has. */
  editorKeys: z.enum(['standard', 'vim', 'emacs']),
  spellcheck: z.boolean(),
  /** Chromium may fetch dictionaries from Google's server, where the system has no spelling of its own. */
  downloadDictionaries: z.boolean(),
  /** Tags of the dictionaries that hold in every paragraph, whatever its language. */
  spellingLanguages: z.array(z.string().max(40)).max(10),
  /** Long sentences, repeated words and the passive voice are marked. */
  styleHints: z.boolean(),
  /** Quotes, dashes and ellipses are typed as they are printed. */
  smartQuotes: z.boolean(),
  /** Texts to insert, by their names; `${name}` in one is a field to fill in. */
  snippets: z.record(z.string().min(1).max(60), z.string().min(1).max(10_000)),
  /** Posts read as published: words a minute. */
  wordsPerMinute: z.number().min(80).max(600),
  /** Words each day; 0 for no goal. */
  dailyGoal: z.number().int().min(0).max(100_000),
  /** Words that a post is to have, by the site's key and the post's path. */
  postGoals: z.record(z.string(), z.record(z.string(), z.number().int().min(1).max(1_000_000))),
  /** Words written on the day, a local `YYYY-MM-DD`. */
  writtenToday: z.object({ day: z.string().max(10), words: z.number().int().min(0) }),
  /** Sites whose remote images may load, by the sites' keys. */
  remoteImages: z.array(z.string()),
  syncScroll: z.boolean(),
  /** How posts are rendered, where it differs from what their site is made with. */
  markdown: markdownChoice,
  /** Whether the preview wears the site's own style, by the site's key, where it was chosen. */
  siteStyle: z.record(z.string(), z.boolean()),
  /** Style sheets of the preview, by the site's key: their paths inside the site. */
  previewStyles: z.record(z.string(), z.array(z.string().min(1).max(300)).max(8)),
  /** Where the development server of a site answers, by the site's key, where it was given. */
  developmentServers: z.record(
    z.string().max(4096),
    z
      .string()
      .max(100)
      .refine((written) => loopbackOrigin(written) !== null, t('files.notLocalAddress')),
  ),
  /** Whether a rename keeps the old address as a redirect, by site name, where it was chosen. */
  redirects: z.record(z.string(), z.boolean()),
  /** How large photos are imported without asking, by the site's key; the empty one stands for all sites. */
  imageImport: z.record(z.string(), imageChoices),
  /** What the writer chose for a site instead of what was found, by the absolute path of its folder. */
  siteChoices: z.record(z.string().max(4096), siteChoice),
  /** Posts that Git ignores, by the site's key, where the writer decided: they are listed, or left out and not told of. */
  ignoredPosts: z.record(z.string().max(4096), z.enum(['shown', 'leftOut'])),
  /** How much checks matter, where the site does not say it. */
  checks: checkSeverities,
  /** Order of the list of posts. */
  librarySort: z.enum(['newest', 'oldest', 'title', 'modified', 'path']),
  libraryGroup: z.enum(['none', 'folder', 'year']),
  /** Outline and backlinks beside the text. */
  outline: z.boolean(),
  /** What was searched for, the last first. */
  searches: z.array(z.string().max(2000)).max(20),
})

/** What the writer chose, kept in the user-data folder. */
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
