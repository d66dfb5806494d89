import { lazy, Suspense, useEffect } from "react";
import { ButtonLink } from "../ui/Button";
import { paths } from "../ui/paths";
import { Dusk } from "./Dusk";
import "./LandingPage.css";

/** Loaded after the rest of the page. */
const LandingTweets = lazy(() => import("./LandingTweets"));

/** The first page of a visitor. */
export default function LandingPage() {
  useEffect(() => {
    document.title = "Roost";
  }, []);
  return (
    <>
      <div className="landing">
        <div className="landing-words">
          <h1>A quiet place for short thoughts.</h1>
          <p>
            Say what's on your mind, follow the people you care about, and read what they say in the order they said it. No
            ads, no algorithm.
          </p>
          <div className="landing-ways">
            <ButtonLink to={paths.signUp} look="primary" className="button-large">
              Create account
            </ButtonLink>
            <ButtonLink to={paths.logIn} className="button-large">
              Log in
            </ButtonLink>
          </div>
        </div>
        <Dusk />
      </div>
      <Suspense fallback={null}>
        <LandingTweets />
      </Suspense>
    </>
  );
}
