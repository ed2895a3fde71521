const unit = 14;
const [late, left] = [5, 10];
const [wide, tall] = [(late + left) * unit + 20, 40];
const zero = late * unit + 8;
const space = "http://www.w3.org/2000/svg";

function made(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(space, name) as SVGElement;
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, String(value)));
  element.textContent = text;
  return element;
}

const picture = (height: number, ...marks: SVGElement[]): SVGElement => {
  const svg = made("svg", { viewBox: `0 0 ${wide} ${height}`, width: wide, height, "aria-hidden": "true", class: "axis" });
  svg.append(...marks);
  return svg;
};

/** One axis for all rows: the limit at 0, late to the left as a triangle and a thick line, left to the right as a dot. */
export const axis = {
  labels: (): SVGElement => picture(16,
    ...[[-late, "5 late", "start"], [0, "0", "middle"], [5, "5", "middle"], [left, "10 left", "end"]].map(([at, text, anchor]) =>
      made("text", { x: at === -late ? 0 : at === left ? wide : zero + Number(at) * unit, y: 12, "text-anchor": String(anchor) }, String(text)))),

  /** @param days Working days; none where nothing has a limit. */
  mark(days: number | undefined, isLate: boolean): SVGElement {
    const line = made("line", { x1: zero, x2: zero, y1: 0, y2: tall, class: "zero" });
    if (days === undefined) {
      return picture(tall, line);
    }
    const isBeyond = days < -late || days > left;
    const at = zero + Math.max(-late, Math.min(left, days)) * unit;
    const y = tall / 2;
    const edge = isBeyond ? [made("text", { x: isLate ? at - 6 : at + 6, y: y + 4, "text-anchor": "middle", class: isLate ? "warn" : "" }, isLate ? "‹" : "›")] : [];
    return picture(tall, line, ...(isLate
      ? [made("line", { x1: at, x2: zero, y1: y, y2: y, class: "late-line" }),
        made("path", { d: `M${at} ${y - 6}l6 11h-12Z`, class: "late-mark" })]
      : [made("line", { x1: zero, x2: at, y1: y, y2: y, class: "left-line" }), made("circle", { cx: at, cy: y, r: 4.5, class: "left-mark" })]), ...edge);
  },
};
