import { create } from 'zustand'
import { emptySchema, type SiteSchema } from '../../shared/front-matter/schema/site-schema'
import { t } from '../../shared/texts/translate'
import { api } from './api'
import { showError } from './notices'

/** What the posts of the open folder have in common. Always replaced as a whole: a site may say less than the last one. */
export const useSchema = create<SiteSchema>(() => emptySchema)

/** Asks for the schema of the folder that is open now. */
export const loadSchema = async (): Promise<void> => {
  useSchema.setState(emptySchema, true)
  try {
    useSchema.setState(await api.siteSchema(), true)
  } catch (error) {
    showError(error, t('app.schemaNotRead'))
  }
}

/** Follows the schema while posts change. */
export const startSchema = (): void => {
  api.on('siteSchemaChanged', (schema) => {
    // Each save tells it anew, and most say the same: the form is not to be drawn for that.
    if (JSON.stringify(schema) !== JSON.stringify(useSchema.getState())) useSchema.setState(schema, true)
  })
}
