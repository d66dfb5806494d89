import { Component, type ReactNode } from "react";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface MishapProps {
  path: string;
  children: ReactNode;
}

interface MishapState {
  path: string;
  failed: boolean;
}

/**
 * Stands in for a page that could not be shown: its script did not arrive, or is one of an older version of the server
 * that is there no more. Loading anew helps with both; so does going to another page.
 */
export class Mishap extends Component<MishapProps, MishapState> {
  override state: MishapState = { path: this.props.path, failed: false };

  static getDerivedStateFromError(): Partial<MishapState> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ path }: MishapProps, state: MishapState): MishapState | null {
    return path === state.path ? null : { path, failed: false };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = <Button onClick={() => window.location.reload()}>Load anew</Button>;
    return (
      <Notice title="This page did not load" role="alert" action={again}>
        The connection may be down, or Roost has been renewed meanwhile.
      </Notice>
    );
  }
}
