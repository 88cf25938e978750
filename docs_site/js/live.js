// Asks the server of "designsys docs serve" whether this page is still the newest.
const PAUSE = 250; // ms
let known;

function refreshStyles(root) {
  for (const link of root.querySelectorAll('link[rel="stylesheet"]')) {
    // A new query makes the browser fetch again; the server gives the newest sheet whatever the hash says.
    const address = new URL(link.href);
    address.searchParams.set("live", Date.now());
    link.href = address.href;
  }
  for (const frame of root.querySelectorAll("iframe")) {
    if (frame.contentDocument) refreshStyles(frame.contentDocument);
  }
}

async function look() {
  try {
    const state = await (await fetch("/_live.json", { cache: "no-store" })).json();
    if (known && state.pages !== known.pages) location.reload();
    else if (known && state.styles !== known.styles) refreshStyles(document);
    known = state;
  } catch {
    // The server was stopped; it may come back.
  }
  setTimeout(look, PAUSE);
}

look();
