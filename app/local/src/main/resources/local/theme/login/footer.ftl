<#-- Keycloak shows this below each of its pages. Who must say once more who they are finds their own button only. -->
<#assign people = [
  {"login": "ada", "name": "Ada Okafor", "who": "Engineer", "waits": "Writes changes. Some of hers wait for others, one is a draft."},
  {"login": "ben", "name": "Ben Castillo", "who": "Engineer and reviewer", "waits": "Writes changes and reviews those of others."},
  {"login": "chloe", "name": "Chloe Laurent", "who": "Engineer and reviewer", "waits": "Reviews what her colleagues wrote."},
  {"login": "dmitri", "name": "Dmitri Volkov", "who": "Engineer and reviewer", "waits": "Reviews what his colleagues wrote."},
  {"login": "elena", "name": "Elena Marchetti", "who": "Director of Checkout", "waits": "Signs off the changes of Checkout."},
  {"login": "farid", "name": "Farid Haddad", "who": "Director of Fulfilment", "waits": "Signs off the changes of Fulfilment."},
  {"login": "grace", "name": "Grace Lindqvist", "who": "VP of Storefront", "waits": "Decides on escalated changes and addenda."},
  {"login": "hugo", "name": "Hugo Almeida", "who": "VP of Supply chain", "waits": "Decides on escalated changes and addenda."},
  {"login": "ines", "name": "Ines Carvalho", "who": "Auditor", "waits": "Searches, exports and verifies the history."},
  {"login": "jonas", "name": "Jonas Weber", "who": "System owner and engineer", "waits": "Keeps the registry and writes changes."}
]>
<#macro content>
  <#if pageId == "login" || pageId == "login-password">
    <#assign known = (usernameHidden?? || pageId == "login-password")?then((auth.attemptedUsername)!"", "")>
    <section class="people" aria-labelledby="people">
      <h2 id="people"><#if known?has_content>Or in one press<#else>People of the demo</#if></h2>
      <p>This is the local stack: the password is the name, and each button knows it.</p>
      <ul>
        <#list people as person>
          <#if !known?has_content || known == person.login>
            <li>
              <form action="${url.loginAction}" method="post">
                <input type="hidden" name="username" value="${person.login}">
                <input type="hidden" name="password" value="${person.login}">
                <button aria-describedby="waits-${person.login}">
                  <b>${person.name}</b>
                  <span>${person.who}</span>
                  <small id="waits-${person.login}" data-person="${person.login}">${person.waits}</small>
                </button>
              </form>
            </li>
          </#if>
        </#list>
      </ul>
    </section>
  </#if>
</#macro>
