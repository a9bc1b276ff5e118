import { Component, type ReactNode } from 'react'
import { messageOf } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { Button } from '../../ui/button'
import styles from './error-boundary.module.css'

interface State {
  readonly failure: string | null
}

/** Replaces a part of the window that failed to render; the text is kept outside of React. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: messageOf(error) }
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children
    return (
      <div className={styles.page} role="alert">
        <p className={styles.title}>{t('app.partFailed')}</p>
        <p className={styles.text}>{t('app.partFailedDetail')}</p>
        <p className={styles.text}>{this.state.failure}</p>
        <Button look="primary" onClick={() => this.setState({ failure: null })}>
          {t('app.tryAgain')}
        </Button>
      </div>
    )
  }
}
