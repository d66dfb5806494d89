import { navigate } from "../ui/navigation";
import { paths } from "../ui/paths";

/** Moves to the search field of this page, or else to that of the search page. */
export function focusSearch(): void {
  const fields = [...document.querySelectorAll<HTMLInputElement>("input[data-search]")];
  const field = fields.find((each) => each.checkVisibility());
  if (field === undefined) {
    navigate(paths.search());
    return;
  }
  field.focus();
  field.select();
}
