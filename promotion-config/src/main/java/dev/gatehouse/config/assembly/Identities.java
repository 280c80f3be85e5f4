package dev.gatehouse.config.assembly;

import dev.gatehouse.config.document.ActorEntry;
import dev.gatehouse.config.document.GroupEntry;
import dev.gatehouse.config.document.IdentitiesEntry;
import dev.gatehouse.config.problem.Problems;
import dev.gatehouse.config.shape.Listing;
import dev.gatehouse.config.shape.Located;
import dev.gatehouse.identity.Actor;
import dev.gatehouse.identity.Directory;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes the directory of people, services and assistants. */
record Identities(Names names, Problems problems) {
  Directory directory(Optional<IdentitiesEntry> written) {
    if (written.isEmpty()) {
      return Directory.EMPTY;
    }
    IdentitiesEntry entry = written.get();
    Map<String, Set<String>> memberships = memberships(entry);
    Map<String, Actor> actors = new LinkedHashMap<>();
    Map<String, String> aliases = new LinkedHashMap<>();
    Map<String, Located<String>> ids = new HashMap<>();
    Map<String, Located<String>> emails = new HashMap<>();
    each(entry)
        .forEach(
            (kind, listing) -> {
              for (ActorEntry actor : listing) {
                if (names.isNew("identity", actor.id(), ids)) {
                  actors.put(actor.id().value(), actor(actor, kind, memberships));
                }
                for (Located<String> email : actor.emails()) {
                  if (names.isNew("e-mail address", email, emails)) {
                    aliases.put(email.value(), actor.id().value());
                  }
                }
              }
            });
    boolean complete = each(entry).values().stream().allMatch(Listing::complete);
    entry.groups().stream()
        .flatMap(group -> group.members().stream())
        .forEach(member -> known(member, ids, complete));
    entry.defaultActor().ifPresent(actor -> known(actor, ids, complete));
    return new Directory(actors, aliases);
  }

  Groups groups(Optional<IdentitiesEntry> written, Directory directory) {
    Set<String> all = new TreeSet<>();
    directory.actors().values().forEach(actor -> all.addAll(actor.groups()));
    written.ifPresent(entry -> entry.groups().forEach(group -> all.add(group.name().value())));
    boolean complete =
        written
            .map(e -> !problems.within(e.place().path()))
            .orElse(!problems.within("$.identities"));
    return new Groups(all, complete && !directory.isEmpty());
  }

  private void known(Located<String> id, Map<String, Located<String>> ids, boolean complete) {
    if (!ids.containsKey(id.value().toLowerCase(Locale.ROOT))) {
      names.known(
          "identity", id, ids.values().stream().map(Located::value).sorted().toList(), complete);
    }
  }

  private static Map<Actor.Kind, Listing<ActorEntry>> each(IdentitiesEntry entry) {
    Map<Actor.Kind, Listing<ActorEntry>> each = new LinkedHashMap<>();
    each.put(Actor.Kind.PERSON, entry.people());
    each.put(Actor.Kind.SERVICE, entry.services());
    each.put(Actor.Kind.ASSISTANT, entry.assistants());
    return each;
  }

  private Map<String, Set<String>> memberships(IdentitiesEntry entry) {
    Map<String, Set<String>> groupsById = new HashMap<>();
    for (GroupEntry group : names.unique("group", entry.groups(), GroupEntry::name).values()) {
      for (Located<String> member : group.members()) {
        groupsById
            .computeIfAbsent(member.value().toLowerCase(Locale.ROOT), id -> new TreeSet<>())
            .add(group.name().value());
      }
    }
    return groupsById;
  }

  private static Actor actor(
      ActorEntry entry, Actor.Kind kind, Map<String, Set<String>> memberships) {
    Set<String> groups =
        new TreeSet<>(
            memberships.getOrDefault(entry.id().value().toLowerCase(Locale.ROOT), Set.of()));
    entry.groups().forEach(group -> groups.add(group.value()));
    return new Actor(entry.id().value(), kind, groups);
  }
}
