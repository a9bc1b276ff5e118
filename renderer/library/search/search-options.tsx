import { Toggle } from '@base-ui/react/toggle'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { Tooltip } from '../../ui/tooltip'
import { canReplace, openReplace } from '../replace/store'
import { useLibrary } from '../state/library-store'
import { type SearchOptions as Options, setSearchOption, useTextSearch } from '../state/text-search'
import styles from './search-options.module.css'

const names: readonly { readonly name: keyof Options; readonly sign: string; readonly label: string }[] = [
  { name: 'matchCase', sign: 'Aa', label: t('editor.matchCase') },
  { name: 'wholeWord', sign: t('library.wordSign'), label: t('editor.wholeWords') },
  { name: 'regex', sign: '.*', label: t('editor.regex') },
]

/** The options of the search; shown while there is a search. */
export const SearchOptions = () => {
  const searching = useLibrary((state) => state.query !== '')
  const options = useTextSearch((state) => state.options)
  const problem = useTextSearch((state) => state.problem)
  const hits = useTextSearch((state) => state.hits)
  const replaceable = useLibrary(({ query }) => canReplace(query, { hits, options }))
  if (!searching) return null
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out in a row everywhere */}
      <div className={styles.options} role="group" aria-label={t('library.searchOptions')}>
        {names.map(({ name, sign, label }) => (
          <Tooltip key={name} label={label}>
            <Toggle
              className={styles.option}
              aria-label={label}
              pressed={options[name]}
              onPressedChange={(on) => setSearchOption(name, on)}
            >
              {sign}
            </Toggle>
          </Tooltip>
        ))}
        <span className={styles.space} />
        <button
          type="button"
          className={styles.option}
          disabled={!replaceable}
          onClick={() => openReplace().catch(showError)}
        >
          {t('titles.replace-in-posts')}
        </button>
      </div>
      {problem && (
        <div className={styles.problem} role="status">
          {problem}
        </div>
      )}
    </>
  )
}
