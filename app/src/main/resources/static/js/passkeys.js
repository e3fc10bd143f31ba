// Signs with a passkey what a form says, or has a new one made, before the form is sent.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (sign) => sign.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const known = (sheet) => (sheet.dataset.known ?? "").split(" ").filter(Boolean).map((entry) => {
  const [id, transports] = entry.split(":");
  return { type: "public-key", id: bytes(id), transports: transports.split(",").filter(Boolean) };
});

async function get(sheet) {
  const { response, rawId } = await navigator.credentials.get({ publicKey: {
    challenge: bytes(sheet.dataset.challenge),
    rpId: sheet.dataset.house,
    allowCredentials: known(sheet),
    userVerification: "required",
  } });
  return {
    credential: text(rawId),
    clientData: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
  };
}

async function create(sheet) {
  const { response } = await navigator.credentials.create({ publicKey: {
    challenge: bytes(sheet.dataset.challenge),
    rp: { id: sheet.dataset.house, name: "Countersign" },
    user: { id: bytes(sheet.dataset.user), name: sheet.dataset.name, displayName: sheet.dataset.name },
    pubKeyCredParams: sheet.dataset.kinds.split(" ").map((alg) => ({ type: "public-key", alg: Number(alg) })),
    excludeCredentials: known(sheet),
    authenticatorSelection: { userVerification: "required", residentKey: "discouraged" },
    attestation: "none",
  } });
  return {
    attestation: text(response.attestationObject),
    clientData: text(response.clientDataJSON),
    transports: response.getTransports?.().join(",") ?? "",
  };
}

const problems = {
  NotAllowedError: "The passkey was not used: somebody cancelled it, or it took too long. Nothing was sent; press again.",
  InvalidStateError: "This passkey is enrolled already. Take another one.",
  SecurityError: "Passkeys of this house do not work at this address. Open it at its own address.",
};

function say(sheet, words) {
  const line = sheet.querySelector("[data-passkey-problem]");
  line.textContent = words;
  line.hidden = !words;
}

async function answer(sheet, button) {
  say(sheet, "");
  try {
    const answered = await (sheet.dataset.passkey === "create" ? create(sheet) : get(sheet));
    for (const [name, value] of Object.entries(answered)) sheet.querySelector(`[name="_passkey.${name}"]`).value = value;
    sheet.dataset.answered = "true";
    button.form.requestSubmit(button);
  } catch (problem) {
    say(sheet, window.PublicKeyCredential ? problems[problem.name] ?? `That did not work: ${problem.message}` : "This browser knows no passkeys here. They need HTTPS and a browser of today.");
  } finally {
    delete sheet.dataset.asking;
  }
}

document.addEventListener("submit", (event) => {
  const sheet = event.submitter?.closest("[data-passkey]");
  if (!sheet || sheet.dataset.answered) return;
  event.preventDefault();
  if (sheet.dataset.asking) return;
  sheet.dataset.asking = "true";
  answer(sheet, event.submitter);
});
