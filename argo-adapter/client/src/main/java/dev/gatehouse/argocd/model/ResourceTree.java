package dev.gatehouse.argocd.model;

import dev.gatehouse.http.Given;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The objects of an application and what they have brought forth. */
public record ResourceTree(
    List<Node> nodes, List<Node> orphanedNodes, List<Host> hosts, long shardsCount) {
  /** Copies the lists. */
  public ResourceTree {
    nodes = Given.list(nodes);
    orphanedNodes = Given.list(orphanedNodes);
    hosts = Given.list(hosts);
  }

  /** One object. */
  public record Node(
      String group,
      String version,
      String kind,
      String namespace,
      String name,
      String uid,
      List<Parent> parentRefs,
      List<Info> info,
      List<String> images,
      Optional<String> resourceVersion,
      Optional<HealthState> health,
      Optional<Instant> createdAt) {
    /** Copies the lists and fills what is missing. */
    public Node {
      group = Given.text(group);
      version = Given.text(version);
      kind = Given.text(kind);
      namespace = Given.text(namespace);
      name = Given.text(name);
      uid = Given.text(uid);
      parentRefs = Given.list(parentRefs);
      info = Given.list(info);
      images = Given.list(images);
    }
  }

  /** The object that another one belongs to. */
  public record Parent(String group, String kind, String namespace, String name, String uid) {
    /** Fills what is missing. */
    public Parent {
      group = Given.text(group);
      kind = Given.text(kind);
      namespace = Given.text(namespace);
      name = Given.text(name);
      uid = Given.text(uid);
    }
  }

  /** A node of the cluster on which pods of the application run. */
  public record Host(String name) {
    /** Fills what is missing. */
    public Host {
      name = Given.text(name);
    }
  }
}
