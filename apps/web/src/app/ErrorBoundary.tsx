import { Component, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { problemOf, type Problem } from '../platform/problem.ts';
import { ProblemPage } from './ProblemPage.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

interface Props {
  /** Another visit is another chance; the page itself stays mounted when only its query or fragment changed, with what was typed in it. */
  visit: string;
  children: ReactNode;
}

type State = { problem: Problem | null; visit: string };

/** Shows the designed page of whatever a page threw while it was rendered; the header and the footer stay. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { problem: null, visit: this.props.visit };

  static getDerivedStateFromProps({ visit }: Props, state: State): State | null {
    return visit === state.visit ? null : { problem: null, visit };
  }

  static getDerivedStateFromError(thrown: unknown): Partial<State> {
    return { problem: problemOf(thrown, { title: t('problem.500.title'), detail: t('problem.500.detail') }) };
  }

  override render(): ReactNode {
    return this.state.problem ? <ProblemPage problem={this.state.problem} /> : this.props.children;
  }
}
