package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.RightsEntry;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Rights;
import dev.gatehouse.identity.Verb;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the rights. */
record RightsAssembly(Groups groups, Names names) {
  Rights assemble(Optional<RightsEntry> written) {
    Map<Verb, Set<String>> byVerb = new EnumMap<>(Verb.class);
    written.ifPresent(
        entry -> {
          put(Verb.SEE, entry.see(), byVerb);
          put(Verb.PROPOSE, entry.propose(), byVerb);
          put(Verb.APPROVE, entry.approve(), byVerb);
          put(Verb.REJECT, entry.reject(), byVerb);
          put(Verb.WAIVE, entry.waive(), byVerb);
          put(Verb.ABORT, entry.abort(), byVerb);
          put(Verb.EXECUTE, entry.execute(), byVerb);
          put(Verb.ADMINISTER, entry.administer(), byVerb);
        });
    return new Rights(byVerb);
  }

  private void put(
      Verb verb, Optional<Listing<Located<String>>> holders, Map<Verb, Set<String>> byVerb) {
    holders.ifPresent(
        listed -> {
          Set<String> all = new TreeSet<>();
          for (Located<String> group : listed) {
            names.known("group", group, groups.names(), groups.judged());
            all.add(group.value());
          }
          byVerb.put(verb, all);
        });
  }
}
