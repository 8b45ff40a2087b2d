import { Component, type ReactNode } from 'react';
import { messagesOf } from '../platform/messages.ts';
import { problemOf, type Problem } from '../platform/problem.ts';
import { ProblemPage } from './ProblemPage.tsx';
import fr from './messages/fr.json';

const t = messagesOf(fr);

/** Shows the designed page of whatever a page threw while it was rendered; the header and the footer stay. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { problem: Problem | null }> {
  override state: { problem: Problem | null } = { problem: null };

  static getDerivedStateFromError(thrown: unknown): { problem: Problem } {
    return { problem: problemOf(thrown, { title: t('problem.500.title'), detail: t('problem.500.detail') }) };
  }

  override render(): ReactNode {
    return this.state.problem ? <ProblemPage problem={this.state.problem} /> : this.props.children;
  }
}
