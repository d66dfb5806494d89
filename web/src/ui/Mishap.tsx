import { Component, type ReactNode } from "react";
import { Button } from "./Button";
import { Notice } from "./Notice";

interface MishapState {
  failed: boolean;
}

/**
 * Stands in for a page that could not be shown: its script did not arrive, or is one of an older version of the server
 * that is there no more. Loading anew helps with both.
 */
export class Mishap extends Component<{ children: ReactNode }, MishapState> {
  override state: MishapState = { failed: false };

  static getDerivedStateFromError(): MishapState {
    return { failed: true };
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
