import { Button } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { Empty } from './Empty';

interface Props {
  /** Where one is; elsewhere it is tried again. */
  at: string;
  /** Hears of it where nothing is to stand in its place. */
  onFailure?: () => void;
  children: ReactNode;
}

interface State {
  failedAt: string | null;
}

/** Keeps a part that cannot be loaded or shown, as without a network, from taking the whole page with it. */
export class Boundary extends Component<Props, State> {
  state: State = { failedAt: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: '' };
  }

  static getDerivedStateFromProps({ at }: Props, { failedAt }: State): Partial<State> | null {
    if (failedAt === '') return { failedAt: at };
    return failedAt !== null && failedAt !== at ? { failedAt: null } : null;
  }

  componentDidCatch() {
    this.props.onFailure?.();
  }

  render() {
    if (this.state.failedAt === null) return this.props.children;
    if (this.props.onFailure) return null;
    return (
      <main>
        <Empty
          order={1}
          icon={<IconPlugConnectedX />}
          title="This cannot be shown"
          action={<Button onClick={() => location.reload()}>Load the page again</Button>}
        >
          It could not be loaded, or there is a mistake in it. Check your connection and load the page again.
          What you have sent and your drafts are kept.
        </Empty>
      </main>
    );
  }
}
