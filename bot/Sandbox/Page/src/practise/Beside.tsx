import { useEffect, useRef, useState } from "preact/hooks";
import type { Tools } from "../App";
import { Icon } from "../frame/Icon";
import type { Person, Playing } from "../model";
import type { World } from "../world";
import { Panel } from "./Panel";

const wide = matchMedia("(min-width: 1180px)");

interface Props {
  world: World;
  me: Person;
  playing: Playing;
  tools: Tools;
}

/** The panel of a practised case: at the side where there is room, else in a drawer. */
export function Beside(props: Props) {
  const [isWide, setIsWide] = useState(wide.matches);
  useEffect(() => {
    const turned = () => setIsWide(wide.matches);
    wide.addEventListener("change", turned);
    return () => wide.removeEventListener("change", turned);
  }, []);
  return isWide
    ? <aside class="beside" aria-label="Practise"><h2>{props.playing.title}</h2><Panel {...props} /></aside>
    : <Drawer {...props} />;
}

function Drawer(props: Props) {
  const frame = useRef<HTMLDialogElement>(null);
  const shut = () => frame.current!.close();
  return (
    <>
      <button type="button" class="drawer-open" onClick={() => frame.current!.showModal()}><Icon name="practise" />Practise: what next?</button>
      <dialog ref={frame} class="drawer" aria-labelledby="drawer-title">
        <header class="dialog-head">
          <h2 id="drawer-title">{props.playing.title}</h2>
          <button type="button" class="icon-button" aria-label="Close Practise" onClick={shut}><Icon name="close" /></button>
        </header>
        <div class="drawer-body"><Panel {...props} onGo={shut} /></div>
      </dialog>
    </>
  );
}
