import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { z } from 'zod'
import { itemAt } from './base/item-at'
import { checkSeverities } from './checks/severity/check-severities'
import { HeadError } from './front-matter/read/head-error'
import { jsonTree } from './front-matter/read/json'
import { lineAt } from './front-matter/read/split'
import type { FieldSchema, SiteSchema } from './front-matter/schema/site-schema'
import { fileNameProblem } from './front-matter/schema/template'
import { customGenerator } from './generators/shape/custom'
import { imageChoices } from './images/image-choices'
import { markdownFeatures, markdownPreset } from './markdown/options/features'
import { loopbackOrigin } from './site/loopback'
import { t } from './texts/translate'

const scalar = z.union([z.string().max(10_000), z.number(), z.boolean()])

const fieldConfig = z
  .strictObject({
    label: z.string().min(1).max(80).describe('The name of the field in the form').optional(),
    type: z
      .enum(['text', 'long-text', 'date', 'boolean', 'number', 'list', 'image', 'enumeration'])
      .describe('The control for the field')
      .optional(),
    role: z
      .enum(['title', 'date', 'summary', 'image', 'featured', 'draft', 'tags', 'slug', 'author'])
      .describe('The meaning of the field for the site')
      .optional(),
    required: z.boolean().describe('Whether a post without it is reported as a problem').optional(),
    choices: z.array(z.string().max(200)).min(1).max(500).describe('The values to choose from').optional(),
    default: z
      .union([scalar, z.array(z.string().max(200)).max(100)])
      .describe('The value in new posts')
      .optional(),
  })
  .describe('How a field is shown and checked')

/** What `postwright.json` at the root of a site may contain. */
const siteConfigSchema = z
  .strictObject({
    $schema: z.string().optional(),
    generator: customGenerator
      .describe('The generator of the site, if Postwright detects another one')
      .optional(),
    postsFolder: z
      .string()
      .min(1)
      .max(300)
      .describe('The posts folder, relative to this file; `.` for the whole site')
      .optional(),
    fields: z
      .record(z.string().min(1), fieldConfig)
      .describe('Fields by key; `author.name` for a nested field')
      .optional(),
    snippets: z
      .record(z.string().min(1).max(60), z.string().min(1).max(10_000))
      .describe(
        'Texts to insert with `/`, by name. Write a field to fill in as $ followed by its name in braces',
      )
      .optional(),
    order: z
      .array(z.string().min(1))
      .max(200)
      .describe('The order of the keys in the form and in new posts')
      .optional(),
    newPost: z
      .strictObject({
        keys: z.array(z.string().min(1)).max(200).describe('The keys of a new post, in order').optional(),
        fileName: z
          .string()
          .min(1)
          .max(200)
          .superRefine((name, check) => {
            const problem = fileNameProblem(name)
            if (problem !== null) check.addIssue({ code: 'custom', message: problem })
          })
          .describe(
            'The file name of a new post, with {slug}, {date}, {year}, {month} and {day}. If it contains a /, it is a path inside the posts folder',
          )
          .optional(),
        body: z
          .string()
          .max(100_000)
          .describe(
            'The text a new post starts with; {title}, {slug}, {date}, {year}, {month} and {day} are filled in',
          )
          .optional(),
      })
      .describe('What a new post starts with')
      .optional(),
    markdown: z
      .strictObject({
        preset: markdownPreset.describe('The renderer that posts are written for').optional(),
        features: markdownFeatures
          .partial()
          .strict()
          .describe('Features in which the site differs from the preset')
          .optional(),
      })
      .describe('How posts are rendered in the preview and in exported pages')
      .optional(),
    checks: checkSeverities
      .describe('The severity of each check by name: off, hint, warning or error')
      .optional(),
    images: imageChoices.partial().describe('How large images are imported; nobody is asked').optional(),
    preview: z
      .strictObject({
        css: z
          .array(z.string().min(1).max(300))
          .max(8)
          .describe('Style sheets that the preview uses, by their paths in the site')
          .optional(),
        server: z
          .string()
          .max(100)
          .refine((written) => loopbackOrigin(written) !== null, t('site.notLocalServer'))
          .describe(
            'The address of the site’s development server, such as http://localhost:1313. It must be on this computer',
          )
          .optional(),
      })
      .describe('How the preview looks')
      .optional(),
  })
  .describe('Settings of Postwright for this site')
export type SiteConfig = z.infer<typeof siteConfigSchema>

/** The same as JSON schema, for editors; published as `assets/postwright.schema.json`. */
export const siteConfigJsonSchema = (): object => ({
  ...z.toJSONSchema(siteConfigSchema, { io: 'input' }),
  title: 'postwright.json',
})

/** Something wrong in `postwright.json`, with its 1-based line. */
interface ConfigProblem {
  readonly message: string
  readonly line: number
}

/** The settings of a site, or all problems in them. */
export type ReadConfig =
  | { readonly kind: 'ok'; readonly config: SiteConfig }
  | { readonly kind: 'bad'; readonly problems: readonly ConfigProblem[] }

/** Reads the text of `postwright.json`. */
export const parseSiteConfig = (text: string): ReadConfig => {
  let tree: Node
  try {
    tree = jsonTree(text)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return { kind: 'bad', problems: [{ message: error.message, line: error.line + 1 }] }
  }
  const result = siteConfigSchema.safeParse(JSON.parse(text))
  if (result.success) return { kind: 'ok', config: result.data }
  return { kind: 'bad', problems: result.error.issues.map((issue) => problemOf(issue, tree, text)) }
}

const problemOf = (issue: z.core.$ZodIssue, tree: Node, text: string): ConfigProblem => {
  const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)))
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys : []
  const node = findNodeAtLocation(tree, unknown[0] === undefined ? path : [...path, unknown[0]]) ?? tree
  const where = path.length > 0 ? `${path.join('.')}: ` : ''
  const what = unknown.length > 0 ? t('site.noSetting', { name: unknown.join('”, “') }) : issue.message
  return { message: `${where}${what}`, line: lineAt(text, node.offset) + 1 }
}

const unused = (key: string): FieldSchema => ({
  key,
  type: 'text',
  role: null,
  count: 0,
  required: false,
  quoting: 'plain',
  quotingCount: 0,
  listStyle: 'flow',
  values: [],
  usualLength: null,
})

/** Applies the site's settings to the inferred schema, and adds fields that no post has yet. */
export const applySiteConfig = (schema: SiteSchema, config: SiteConfig): SiteSchema => {
  const settings = config.fields ?? {}
  const found = new Map(schema.fields.map((field) => [field.key, field]))
  for (const key of [...(config.order ?? []), ...Object.keys(settings)])
    if (settings[key] && !found.has(key)) found.set(key, unused(key))
  const fields = [...found.values()].map((field) => withSettings(field, settings[field.key]))
  const order = config.order ?? []
  const rank = (key: string) => {
    const at = order.indexOf(itemAt(key.split('.'), 0))
    return at < 0 ? order.length : at
  }
  return {
    ...schema,
    fields: fields.sort((a, b) => rank(a.key) - rank(b.key)),
    ...(config.order ? { order: config.order } : {}),
    ...(config.newPost ? { newPost: config.newPost } : {}),
  }
}

const withSettings = (
  field: FieldSchema,
  settings: NonNullable<SiteConfig['fields']>[string] | undefined,
): FieldSchema => {
  if (!settings) return field
  const { label, type, role, required, choices } = settings
  return {
    ...field,
    label: label ?? field.label ?? field.key,
    type: type ?? (choices && field.type !== 'list' ? 'enumeration' : field.type),
    role: role ?? field.role,
    required: required ?? field.required,
    ...(choices ? { choices } : {}),
    ...(settings.default === undefined ? {} : { defaultValue: settings.default }),
  }
}
