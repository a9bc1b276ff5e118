import { useEffect, useState } from 'react'
import { readingMinutes } from '../../../shared/text/words'
import { t } from '../../../shared/texts/translate'
import { registerCommand } from '../../base/command-bus'
import { changeSettings, getSettings, useSettings } from '../../base/settings-store'
import { useSite } from '../../base/site-store'
import { useWords } from '../../document/place/word-count'
import { useDocument } from '../../document/state/document-state'
import { NumberInput } from '../../ui/number-input'
import { Popover } from '../../ui/popover'
import { useDay, wordsOfToday } from './day'
import { shareOf, withGoal } from './goals'
import { useSelected } from './selection'
import { useStyleCounts } from './style-counts'
import styles from './word-status.module.css'

const usePostGoal = (): number => {
  const site = useSite((state) => state.site?.key ?? '')
  const post = useDocument((state) => state.post?.id ?? '')
  return useSettings((settings) => settings.postGoals[site]?.[post] ?? 0)
}

const setPostGoal = (words: number): void => {
  const site = useSite.getState().site?.key
  const post = useDocument.getState().post?.id
  if (site === undefined || post === undefined) return
  changeSettings({ postGoals: withGoal(getSettings().postGoals, site, post, Math.round(words)) })
}

const Bar = ({
  label,
  words,
  goal,
}: {
  readonly label: string
  readonly words: number
  readonly goal: number
}) => (
  <meter className={styles.bar} aria-label={label} min={0} max={1} value={shareOf(words, goal)}>
    {t('editor.countOf', { words, goal })}
  </meter>
)

const Line = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <div className={styles.line}>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </div>
)

interface GoalProps {
  readonly label: string
  readonly words: number
  readonly goal: number
  readonly onChange: (words: number) => void
}

const Goal = ({ label, words, goal, onChange }: GoalProps) => (
  <div className={styles.goal}>
    <div className={styles.line}>
      <span>{label}</span>
      <NumberInput label={label} value={goal} min={0} max={100_000} step={50} onChange={onChange} />
    </div>
    {goal > 0 ? (
      <>
        <Bar label={t('editor.goalProgress', { goal: label })} words={words} goal={goal} />
        <div className={styles.note}>{t('editor.wordsOfGoal', { words, goal })}</div>
      </>
    ) : (
      <div className={styles.note}>{t('editor.noGoal')}</div>
    )}
  </div>
)

const Details = () => {
  const { words, characters } = useWords()
  const selected = useSelected((state) => state.count)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const dailyGoal = useSettings((settings) => settings.dailyGoal)
  const today = useDay(wordsOfToday)
  const postGoal = usePostGoal()
  const style = useStyleCounts()
  return (
    <div className={styles.details}>
      <dl className={styles.counts}>
        <Line name={t('editor.words')} value={words.toLocaleString('en')} />
        <Line name={t('editor.characters')} value={characters.toLocaleString('en')} />
        <Line
          name={t('editor.readingTime')}
          value={t('editor.minutes', { minutes: readingMinutes(words, pace) })}
        />
        {selected && (
          <>
            <Line name={t('editor.wordsSelected')} value={selected.words.toLocaleString('en')} />
            <Line name={t('editor.charactersSelected')} value={selected.characters.toLocaleString('en')} />
            <Line
              name={t('editor.readingTimeSelected')}
              value={t('editor.minutes', { minutes: readingMinutes(selected.words, pace) })}
            />
          </>
        )}
        {style.map(([name, value]) => (
          <Line key={name} name={name} value={value} />
        ))}
        <Line name={t('editor.writtenToday')} value={t('editor.wordCountOf', { count: today })} />
      </dl>
      <Goal label={t('editor.postGoal')} words={words} goal={postGoal} onChange={setPostGoal} />
      <Goal
        label={t('editor.dailyGoal')}
        words={today}
        goal={dailyGoal}
        onChange={(goal) => changeSettings({ dailyGoal: Math.round(goal) })}
      />
    </div>
  )
}

const Summary = () => {
  const words = useWords((state) => state.words)
  const selected = useSelected((state) => state.count)
  const pace = useSettings((settings) => settings.wordsPerMinute)
  const shown = selected?.words ?? words
  const minutes = Math.max(1, readingMinutes(shown, pace))
  return selected
    ? t('editor.summarySelected', {
        selected: selected.words,
        words,
        characters: selected.characters,
        minutes,
      })
    : t('editor.summary', { words, minutes })
}

const Progress = () => {
  const words = useWords((state) => state.words)
  const today = useDay(wordsOfToday)
  const dailyGoal = useSettings((settings) => settings.dailyGoal)
  const postGoal = usePostGoal()
  if (postGoal > 0)
    return (
      <Bar label={t('editor.goalProgress', { goal: t('editor.postGoal') })} words={words} goal={postGoal} />
    )
  if (dailyGoal > 0)
    return (
      <Bar label={t('editor.goalProgress', { goal: t('editor.dailyGoal') })} words={today} goal={dailyGoal} />
    )
  return null
}

/** The length of the post or selection and the progress to the goal; a click shows details. */
export const WordStatus = () => {
  const [open, setOpen] = useState(false)
  useEffect(() => registerCommand('word-count', () => setOpen(true)), [])
  return (
    <Popover
      label={t('editor.wordCount')}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.summary} title={t('editor.wordCount')}>
          <span>
            <Summary />
          </span>
          <Progress />
        </button>
      }
    >
      <Details />
    </Popover>
  )
}
