package dev.gatehouse.service.token;

import dev.gatehouse.identity.Scope;
import dev.gatehouse.identity.Verb;
import dev.gatehouse.service.web.JsonBody;
import dev.gatehouse.spi.HostRecord;
import dev.gatehouse.view.Fields;
import dev.gatehouse.view.JsonText;
import java.util.EnumSet;
import java.util.Set;

/** What a token allows, as the text that is kept; it holds no secret. */
final class TokenText {
  private TokenText() {}

  static String write(ServiceToken token) {
    return JsonText.of(
        Fields.of("hash", token.hash())
            .and("actor", token.actor())
            .and("verbs", token.verbs())
            .and("asks", token.asks())
            .and("applications", token.scope().applications())
            .and("stages", token.scope().stages())
            .and("createdBy", token.createdBy())
            .map());
  }

  static ServiceToken read(HostRecord record) {
    JsonBody text =
        JsonBody.of(
            record.text(),
            "token " + record.key(),
            "hash",
            "actor",
            "verbs",
            "asks",
            "applications",
            "stages",
            "createdBy");
    Set<Verb> verbs = EnumSet.noneOf(Verb.class);
    text.list("verbs").forEach(verb -> verbs.add(Verb.valueOf(verb)));
    return new ServiceToken(
        record.key(),
        text.text("hash"),
        text.text("actor"),
        verbs,
        text.optional("asks").map(Boolean::parseBoolean).orElse(false),
        new Scope(Set.copyOf(text.list("applications")), Set.copyOf(text.list("stages")), Set.of()),
        record.until(),
        text.text("createdBy"));
  }
}
