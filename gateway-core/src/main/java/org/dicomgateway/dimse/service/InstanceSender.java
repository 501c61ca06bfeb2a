package org.dicomgateway.dimse.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.dicomgateway.dimse.association.ApplicationEntity;
import org.dicomgateway.dimse.association.Association;
import org.dicomgateway.dimse.association.AssociationException;
import org.dicomgateway.dimse.association.AssociationRequestor;
import org.dicomgateway.dimse.pdu.ProposedContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends files to a peer over one or more associations, each instance in the transfer syntax it has.
 *
 * @param associations at once, from 1; one thread each
 */
public record InstanceSender(
    AssociationRequestor requestor, ApplicationEntity peer, int associations) {
  private static final Logger LOG = LoggerFactory.getLogger(InstanceSender.class);

  /** A SOP class in a transfer syntax: what a presentation context is proposed for. */
  private record Kind(String sopClass, String transferSyntax) {
    static Kind of(InstanceFile file) {
      return new Kind(file.sopClass(), file.transferSyntax());
    }
  }

  /**
   * How a file fared.
   *
   * @param status the peer's answer; empty if there was none
   * @param detail the peer's comment, or why there is no answer
   */
  public record Outcome(InstanceFile file, Optional<Status> status, String detail) {
    public boolean isSent() {
      return status
          .map(Status::category)
          .filter(it -> it == Status.Category.SUCCESS || it == Status.Category.WARNING)
          .isPresent();
    }
  }

  /**
   * Sends all; what fails does not keep the rest from being sent.
   *
   * @param listener is told of each file, by several threads at once
   * @return why there was no association, if there was none for some files
   */
  public Optional<AssociationException> send(
      Collection<InstanceFile> files, Consumer<Outcome> listener) throws InterruptedException {
    Optional<AssociationException> trouble = Optional.empty();
    for (List<InstanceFile> group : byAssociation(files)) {
      Optional<AssociationException> its = sendGroup(group, listener);
      trouble = its.isPresent() ? its : trouble;
    }
    return trouble;
  }

  /** An association has 128 contexts at most; files of more kinds need more associations. */
  static List<List<InstanceFile>> byAssociation(Collection<InstanceFile> files) {
    Map<Kind, List<InstanceFile>> byKind = new LinkedHashMap<>();
    for (InstanceFile file : files) {
      byKind.computeIfAbsent(Kind.of(file), _ -> new ArrayList<>()).add(file);
    }
    List<List<InstanceFile>> groups = new ArrayList<>();
    int kinds = 0;
    for (List<InstanceFile> ofKind : byKind.values()) {
      if (kinds++ % ProposedContext.MOST_PER_ASSOCIATION == 0) {
        groups.add(new ArrayList<>());
      }
      groups.getLast().addAll(ofKind);
    }
    return groups;
  }

  private Optional<AssociationException> sendGroup(
      List<InstanceFile> group, Consumer<Outcome> listener) throws InterruptedException {
    List<ProposedContext> contexts = contexts(group);
    Queue<InstanceFile> waiting = new ConcurrentLinkedQueue<>(group);
    AtomicReference<AssociationException> trouble = new AtomicReference<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(associations, group.size()); i++) {
      threads.add(
          Thread.ofPlatform()
              .name("send-" + i)
              .start(() -> work(waiting, contexts, listener).ifPresent(trouble::set)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    Optional<AssociationException> reason = Optional.ofNullable(trouble.get());
    String told = reason.map(AssociationException::getMessage).orElse("");
    waiting.forEach(file -> listener.accept(new Outcome(file, Optional.empty(), told)));
    return reason;
  }

  private static List<ProposedContext> contexts(List<InstanceFile> group) {
    List<ProposedContext> contexts = new ArrayList<>();
    for (Kind kind : group.stream().map(Kind::of).distinct().toList()) {
      int id = 2 * contexts.size() + 1;
      contexts.add(new ProposedContext(id, kind.sopClass(), List.of(kind.transferSyntax())));
    }
    return contexts;
  }

  /**
   * A peer that drops an association gets another one; a file it happened to is not sent again.
   * Ends when nothing waits or the peer gives no association.
   *
   * @return why there was none; empty if all went
   */
  private Optional<AssociationException> work(
      Queue<InstanceFile> waiting, List<ProposedContext> contexts, Consumer<Outcome> listener) {
    while (!waiting.isEmpty()) {
      try (Association association = requestor.open(peer, contexts)) {
        converse(association, waiting, listener);
      } catch (AssociationException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private void converse(
      Association association, Queue<InstanceFile> waiting, Consumer<Outcome> listener) {
    Conversation conversation = new Conversation(association, listener);
    try {
      conversation.send(waiting);
    } catch (AssociationException e) {
      conversation.breakOff(e, waiting);
      return;
    }
    try {
      association.release();
    } catch (AssociationException e) {
      LOG.debug("release by {}: {}", peer, e.getMessage());
    }
  }
}
