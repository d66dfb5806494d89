import { Component, type ReactNode } from "react";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface ErrorBoundaryProps {
  path: string;
  children: ReactNode;
}

interface ErrorBoundaryState {
  path: string;
  failed: boolean;
}

/**
 * Replaces a page that failed to render: its script did not load, or belongs to an older version of the server. Reloading
 * helps in both cases, and so does another page.
 */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { path: this.props.path, failed: false };

  static getDerivedStateFromError(): Partial<ErrorBoundaryState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ path }: ErrorBoundaryProps, state: ErrorBoundaryState): ErrorBoundaryState | null {
    return path === state.path ? null : { path, failed: false };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = <Button onClick={() => window.location.reload()}>Reload</Button>;
    return (
      <Notice title="This page did not load" role="alert" action={again}>
        The connection may be down, or Roost was updated.
      </Notice>
    );
  }
}
