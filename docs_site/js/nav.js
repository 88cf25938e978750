// Marks the place that is being read in the list beside the text, and brings this page's entry into the list's view.
const links = new Map();
for (const link of document.querySelectorAll(".docs-places__link")) {
  const target = document.getElementById(decodeURIComponent(link.hash.slice(1)));
  if (target) links.set(target, link);
}

function mark() {
  const passed = [...links.keys()].filter((target) => target.getBoundingClientRect().top < innerHeight / 3);
  const now = passed.at(-1) ?? links.keys().next().value;
  for (const [target, link] of links) {
    if (target === now) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

if (links.size) {
  addEventListener("scroll", mark, { passive: true });
  mark();
}

const side = document.querySelector(".docs-side");
const current = side?.querySelector("[aria-current]");
if (current && current.offsetTop > side.clientHeight) side.scrollTop = current.offsetTop - side.clientHeight / 2;
