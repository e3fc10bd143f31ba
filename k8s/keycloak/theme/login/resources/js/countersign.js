// Keycloak's page for a second log-in labels a field that it does not show; the one it shows gets that label here.
document.addEventListener("DOMContentLoaded", () => {
  const shown = document.getElementById("kc-attempted-username");
  const label = document.querySelector('label[for="username"]');
  if (shown && label) {
    label.htmlFor = shown.id;
  }
});
