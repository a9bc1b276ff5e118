import { t } from '../../texts/translate'

/** The values of a template's variables. */
export interface TemplateValues {
  readonly slug: string
  /** YYYY-MM-DD in the user's time zone. */
  readonly today: string
}

const valuesOf = ({ slug, today }: TemplateValues): Readonly<Record<string, string>> => {
  const [year = '', month = '', day = ''] = today.split('-')
  return { slug, date: today, year, month, day }
}

const variable = /\{([a-z]+)\}/g

/** Fills in a template's variables. Other words in braces stay; filled-in values are not expanded again. */
const filled = (template: string, values: Readonly<Record<string, string>>): string =>
  template.replace(variable, (written, name: string) =>
    Object.hasOwn(values, name) ? (values[name] ?? written) : written,
  )

/** The file of a new post, from the template `newPost.fileName`. */
export const fileOfTemplate = (fileName: string, values: TemplateValues): string =>
  filled(fileName, valuesOf(values))

/** The text of a new post, from the template `newPost.body`, with LF and a line break at the end. */
export const bodyOfTemplate = (body: string, title: string, values: TemplateValues): string => {
  const text = filled(body.replace(/\r\n?/g, '\n'), { title, ...valuesOf(values) })
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/** Why `newPost.fileName` is not a valid file name; null if it is. */
export const fileNameProblem = (fileName: string): string | null => {
  const known = valuesOf({ slug: '', today: '' })
  const unknown = Array.from(fileName.matchAll(variable), ([, name = '']) => name).find(
    (name) => !Object.hasOwn(known, name),
  )
  if (unknown !== undefined)
    return t('site.templateUnknown', {
      unknown: `{${unknown}}`,
      known: `{${Object.keys(known).join('}, {')}}`,
    })
  if (!fileName.includes('{slug}')) return t('site.templateNeedsSlug', { slug: '{slug}' })
  const steps = fileName.split('/')
  if (/[\\:*?"<>|\n]/.test(fileName) || steps.some((step) => step === '' || step === '.' || step === '..'))
    return t('site.templateNotPath')
  return null
}
