import { useCallback, useEffect, useRef, useState } from "preact/hooks";

const nearEndPx = 80;

/** Keeps a conversation at its end while cards grow, unless somebody has scrolled up to read. */
export function useScroll() {
  const scroller = useRef<HTMLDivElement>(null);
  const [pinned, setPinned] = useState(true);
  const wanted = useRef(true);

  const toEnd = useCallback(() => {
    wanted.current = true;
    setPinned(true);
    // Gone where somebody went elsewhere while the bot was answering.
    const box = scroller.current;
    if (box) {
      box.scrollTop = box.scrollHeight;
    }
  }, []);

  useEffect(() => {
    const box = scroller.current!;
    let height = box.scrollHeight;
    const grown = new ResizeObserver(() => {
      if (wanted.current) {
        box.scrollTop = box.scrollHeight;
      }
      height = box.scrollHeight;
    });
    const scrolled = () => {
      // A card that grew moves the end away; only a person's own scrolling unpins.
      if (box.scrollHeight === height) {
        wanted.current = box.scrollHeight - box.scrollTop - box.clientHeight < nearEndPx;
        setPinned(wanted.current);
      }
    };
    grown.observe(box);
    grown.observe(box.firstElementChild!);
    box.addEventListener("scroll", scrolled, { passive: true });
    return () => {
      grown.disconnect();
      box.removeEventListener("scroll", scrolled);
    };
  }, []);

  return { scroller, pinned, toEnd };
}
