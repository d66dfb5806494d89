import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useId, useRef, useState } from "react";
import { placeAt } from "./placeAt";
import "./Button.css";
import "./Menu.css";

interface Entry {
  label: string;
  icon?: ReactNode;
  danger?: boolean;
}

/** An action, or a choice of further actions. */
export type MenuItem = (Entry & { run: () => void }) | (Entry & { choice: readonly MenuItem[] });

interface MenuProps {
  /** The name of the button. */
  label: string;
  className?: string;
  pressed?: boolean;
  /** Makes the items when the menu is open, because lists have many menus. */
  items: () => readonly MenuItem[];
  align?: "start" | "end";
  children: ReactNode;
}

/** A button that opens a menu: arrows move in it and into a choice, which replaces the list; Escape closes it. */
export function Menu({ label, className = "icon-button", pressed, items, align = "end", children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const menuId = useId();
  return (
    <div className="menu-root" ref={root}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? menuId : undefined}
        data-pressed={pressed}
        onClick={() => setOpen(!open)}
      >
        {children}
      </button>
      {open ? (
        <OpenMenu id={menuId} label={label} items={items()} align={align} root={root} button={button} onClose={() => setOpen(false)} />
      ) : null}
    </div>
  );
}

interface OpenMenuProps {
  id: string;
  label: string;
  items: readonly MenuItem[];
  align: "start" | "end";
  root: RefObject<HTMLDivElement | null>;
  button: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

function OpenMenu({ id, label, items, align, root, button, onClose }: OpenMenuProps) {
  const [choosing, setChoosing] = useState<string>();
  const menu = useRef<HTMLDivElement>(null);
  const closed = useRef(onClose);
  useEffect(() => {
    closed.current = onClose;
  });

  useEffect(() => {
    const list = menu.current;
    if (list === null || button.current === null) return undefined;
    // A popover is above everything else on the page.
    list.showPopover();
    placeAt(list, button.current, align);
    list.querySelector<HTMLElement>("[role=menuitem]")?.focus({ preventScroll: true });
    const outside = (event: PointerEvent) => {
      if (!root.current?.contains(event.target as Node)) closed.current();
    };
    const scrolled = () => closed.current();
    document.addEventListener("pointerdown", outside);
    window.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      document.removeEventListener("pointerdown", outside);
      window.removeEventListener("scroll", scrolled);
    };
  }, [choosing, align, root, button]);

  const close = () => {
    onClose();
    button.current?.focus();
  };

  const pick = (item: MenuItem) => {
    if ("choice" in item) {
      setChoosing(item.label);
      return;
    }
    close();
    item.run();
  };

  const pressedKey = (event: KeyboardEvent) => {
    const entries = [...(menu.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
    const at = entries.indexOf(document.activeElement as HTMLElement);
    const goTo = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    const focused = entries[at];
    if (goTo !== undefined) entries.at(goTo % entries.length)?.focus();
    else if (event.key === "ArrowRight" && focused?.ariaHasPopup === "menu") focused.click();
    else if (event.key === "ArrowLeft" && choosing !== undefined) setChoosing(undefined);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab") onClose();
    else return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      // A choice is a new element, because its position differs.
      key={choosing}
      ref={menu}
      popover="manual"
      className="menu"
      id={id}
      role="menu"
      tabIndex={-1}
      aria-label={choosing ?? label}
      onKeyDown={pressedKey}
    >
      {choosing === undefined ? null : (
        <p className="menu-title" aria-hidden="true">
          {choosing}
        </p>
      )}
      {itemsOf(items, choosing).map((item) => (
        <button
          key={item.label}
          type="button"
          role="menuitem"
          className={item.danger ? "menu-item menu-danger" : "menu-item"}
          aria-haspopup={"choice" in item ? "menu" : undefined}
          onClick={() => pick(item)}
        >
          {item.icon}
          {item.label}
        </button>
      ))}
    </div>
  );
}

function itemsOf(items: readonly MenuItem[], choosing: string | undefined): readonly MenuItem[] {
  if (choosing === undefined) return items;
  return items.flatMap((item) => ("choice" in item && item.label === choosing ? item.choice : []));
}
