import type { RenameChoices, RenameOffers } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import styles from '../plan/plan-dialog.module.css'

export interface RenameChoicesProps {
  readonly offers: RenameOffers | null
  readonly choices: RenameChoices
  readonly disabled: boolean
  readonly onChange: (choices: RenameChoices) => void
}

/** The options besides the new name that the post and its generator offer. */
export const RenameChoicesList = ({ offers, choices, disabled, onChange }: RenameChoicesProps) => {
  if (!offers) return null
  const { slugKey, translations, redirect } = offers
  if (!slugKey && translations.length === 0 && !redirect) return null
  const box = (name: keyof RenameChoices, label: string) => (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={choices[name]}
        disabled={disabled}
        onChange={(event) => onChange({ ...choices, [name]: event.target.checked })}
      />{' '}
      {label}
    </label>
  )
  return (
    <div className={styles.choices}>
      {slugKey && box('slugOnly', t('changes.changeSlugKey', { key: slugKey.key, value: slugKey.value }))}
      {translations.length > 0 &&
        !choices.slugOnly &&
        box('translations', t('changes.renameTranslations', { names: translations.join(', ') }))}
      {redirect &&
        box('redirect', t('changes.redirectOld', { address: redirect.address, key: redirect.key }))}
    </div>
  )
}
