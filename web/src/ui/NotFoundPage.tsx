import { Link } from "./Link";
import { Notice } from "./Notice";
import { PageHead } from "./PageHead";

export default function NotFoundPage() {
  return (
    <>
      <PageHead title="Not found" back />
      <Notice title="No such branch" action={<Link to="/" className="button button-plain">Fly home</Link>}>
        There is no page at this address.
      </Notice>
    </>
  );
}
