import { Component, type ReactNode } from 'react'
import { messageOf } from '../../../shared/app-error'
import { Button } from '../../ui/button'
import styles from './error-boundary.module.css'

interface State {
  readonly failure: string | null
}

/** Stands in for a part of the window that could not be drawn; the text is kept outside of what is drawn. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: messageOf(error) }
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children
    return (
      <div className={styles.page} role="alert">
        <p className={styles.title}>This part of the window could not be drawn</p>
        <p className={styles.text}>
          Your text is safe. Draw it again, and if that does not help, close the window and open it again.
        </p>
        <p className={styles.text}>{this.state.failure}</p>
        <Button look="primary" onClick={() => this.setState({ failure: null })}>
          Draw it again
        </Button>
      </div>
    )
  }
}
