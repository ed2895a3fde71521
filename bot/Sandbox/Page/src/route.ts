import { useEffect, useState } from "preact/hooks";

export type Place = "chat" | "calendar" | "mail" | "clock" | "practise";

export interface Route {
  as?: string;
  place: Place;
  /** The chat or mail that is open. */
  item?: string;
}

const places: Place[] = ["chat", "calendar", "mail", "clock", "practise"];

function read(): Route {
  const [, place, item] = location.hash.split("/");
  return {
    as: new URLSearchParams(location.search).get("as") ?? undefined,
    place: places.find((known) => known === place) ?? "chat",
    item: item ? decodeURIComponent(item) : undefined,
  };
}

export const hrefOf = (as: string, place: Place, item?: string) =>
  `/?as=${encodeURIComponent(as)}#/${place}${item ? `/${encodeURIComponent(item)}` : ""}`;

export function go(href: string, replace = false): void {
  history[replace ? "replaceState" : "pushState"](null, "", href);
  dispatchEvent(new PopStateEvent("popstate"));
}

/** The address is the only memory of where somebody is: back, forward and a copied link all work. */
export function useRoute(): Route {
  const [route, setRoute] = useState(read);
  useEffect(() => {
    const changed = () => setRoute(read());
    const follow = (event: MouseEvent) => {
      const link = (event.target as Element).closest?.("a[href^='/?']");
      if (link instanceof HTMLAnchorElement && !link.target && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        go(link.getAttribute("href")!);
      }
    };
    addEventListener("popstate", changed);
    addEventListener("hashchange", changed);
    document.addEventListener("click", follow);
    return () => {
      removeEventListener("popstate", changed);
      removeEventListener("hashchange", changed);
      document.removeEventListener("click", follow);
    };
  }, []);
  return route;
}
