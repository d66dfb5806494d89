import { ButtonLink } from "../ui/Button";
import { Dialog } from "../ui/Dialog";
import { Failure } from "../ui/Failure";
import { Skeletons } from "../ui/Skeletons";
import { paths } from "../ui/paths";
import { useExplanation } from "../data/feedback";
import { explained } from "../data/why";
import { effect, inWords, isWorthSaying } from "./explanationWords";
import "./WhyDialog.css";

const score = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });

/** Why a tweet has its place in the home timeline: everything that its score consists of. */
export default function WhyDialog({ id }: { id: string }) {
  const { data, error, refetch } = useExplanation(id);
  const close = () => explained.set(undefined);
  return (
    <Dialog title="Why am I seeing this?" onClose={close}>
      {data ? (
        <>
          <p>You follow its author, or it is yours. When top tweets are first, its score decides its place:</p>
          <table className="why">
            <tbody>
              {data.parts.filter(isWorthSaying).map((part) => (
                <tr key={part.name}>
                  <th scope="row">{inWords(part)}</th>
                  <td>{effect(part)}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">Score</th>
                <td>{score.format(data.score)}</td>
              </tr>
            </tfoot>
          </table>
          <p className="why-about">When the latest are first, the score does not matter.</p>
          <ButtonLink to={paths.settings("home")} onClick={close}>
            Change what I see
          </ButtonLink>
        </>
      ) : error ? (
        <Failure error={error} retry={() => void refetch()} />
      ) : (
        <Skeletons label="explanation" rows={3} />
      )}
    </Dialog>
  );
}
