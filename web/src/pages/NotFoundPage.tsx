import { ButtonLink } from "../ui/Button";
import { Notice } from "../ui/Notice";
import { PageHead } from "../ui/PageHead";
import { paths } from "../ui/paths";

export default function NotFoundPage() {
  return (
    <>
      <PageHead title="Not found" back />
      <Notice title="Page not found" action={<ButtonLink to={paths.home}>Go home</ButtonLink>}>
        There is no page at this address.
      </Notice>
    </>
  );
}
