import { useCell } from "../api/cell";
import { Menu } from "../ui/Menu";
import { CheckIcon, OrderIcon } from "../ui/icons";
import { type HomeOrder, homeOrder } from "../data/homeOrder";
import { readIn } from "../data/chosenOrder";

const orders: readonly { order: HomeOrder; label: string }[] = [
  { order: "latest", label: "Latest first" },
  { order: "top", label: "Top tweets first" },
  { order: "hybrid", label: "New ones, then top" },
];

/** Chooses the order of the home timeline. */
export function OrderMenu() {
  const chosen = useCell(homeOrder);
  const name = orders.find(({ order }) => order === chosen)?.label ?? "";
  return (
    <Menu
      label={`Order: ${name}`}
      items={() =>
        orders.map(({ order, label }) => ({
          label,
          icon: <span className="menu-check">{order === chosen ? <CheckIcon /> : null}</span>,
          run: () => readIn(order),
        }))
      }
    >
      <OrderIcon />
    </Menu>
  );
}
