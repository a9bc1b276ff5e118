import { create } from 'zustand'
import { emptySchema, type SiteSchema } from '../../shared/front-matter/schema/site-schema'
import { t } from '../../shared/texts/translate'
import { api } from './api'
import { showError } from './notices'

/** The schema of the open folder's posts. Always replaced as a whole: a site may have less than the last one. */
export const useSchema = create<SiteSchema>(() => emptySchema)

/** Requests the schema of the open folder. */
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
    // Each save sends it again, mostly unchanged, which must not redraw the form.
    if (JSON.stringify(schema) !== JSON.stringify(useSchema.getState())) useSchema.setState(schema, true)
  })
}
