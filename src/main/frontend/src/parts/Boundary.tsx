import { Button, Group } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { Component, type ReactNode } from 'react';
import { Empty } from './Empty';
import { forgetFailures } from './later';

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

/**
 * Keeps a part that cannot be loaded or shown, as without a network, from taking more of the page with it. It tries
 * again when the network is back.
 */
export class Boundary extends Component<Props, State> {
  state: State = { failedAt: null };

  static getDerivedStateFromError(): Partial<State> {
    return { failedAt: '' };
  }

  static getDerivedStateFromProps({ at }: Props, { failedAt }: State): Partial<State> | null {
    if (failedAt === '') return { failedAt: at };
    return failedAt !== null && failedAt !== at ? { failedAt: null } : null;
  }

  componentDidMount() {
    addEventListener('online', this.again);
  }

  componentWillUnmount() {
    removeEventListener('online', this.again);
  }

  componentDidCatch() {
    forgetFailures();
    this.props.onFailure?.();
  }

  again = () => this.setState({ failedAt: null });

  render() {
    if (this.state.failedAt === null) return this.props.children;
    if (this.props.onFailure) return null;
    return (
      <div role="alert">
        <Empty
          icon={<IconPlugConnectedX />}
          title="This cannot be shown"
          action={
            <Group gap="xs" justify="center">
              <Button onClick={this.again}>Try again</Button>
              <Button variant="subtle" onClick={() => location.reload()}>
                Load the page again
              </Button>
            </Group>
          }
        >
          It could not be loaded, or there is a mistake in it. It comes by itself when your network is back.
          What you have sent and your drafts are kept.
        </Empty>
      </div>
    );
  }
}
