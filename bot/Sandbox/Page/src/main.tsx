import { render } from "preact";
import { App } from "./App";
import { apply } from "./frame/theme";
import "./styles/theme.css";
import "./styles/frame.css";
import "./styles/chat.css";
import "./styles/card.css";
import "./styles/dialog.css";
import "./styles/panes.css";
import "./styles/practise.css";

apply();
render(<App />, document.getElementById("page")!);
