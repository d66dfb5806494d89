import { PageHead } from "../ui/PageHead";

export default function OpsPage() {
  return <PageHead title="Operations" />;
}
