import { useEffect } from "react";
import { Link } from "../ui/Link";
import { Dusk } from "./Dusk";
import "./session.css";

/** What someone sees who comes for the first time. */
export default function LandingPage() {
  useEffect(() => {
    document.title = "Roost";
  }, []);
  return (
    <div className="landing">
      <div className="landing-words">
        <h1>A quiet place for short thoughts.</h1>
        <p>
          Say what is on your mind, follow the people you care about, and read what they say in the order they said it.
          Nothing is pushed in between.
        </p>
        <div className="landing-ways">
          <Link to="/signup" className="button button-primary button-large">
            Make an account
          </Link>
          <Link to="/login" className="button button-plain button-large">
            Log in
          </Link>
        </div>
      </div>
      <Dusk />
    </div>
  );
}
