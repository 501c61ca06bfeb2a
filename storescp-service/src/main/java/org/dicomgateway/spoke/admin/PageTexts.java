package org.dicomgateway.spoke.admin;

import java.time.Instant;
import java.util.List;
import org.dicomgateway.spoke.admin.StatusPage.PackLine;
import org.dicomgateway.spoke.admin.StatusPage.ParkedLine;
import org.dicomgateway.spoke.admin.StatusPage.StudyLine;
import org.dicomgateway.spoke.admin.Undelivered.ParkedAt;
import org.dicomgateway.spoke.admin.Undelivered.StudyAt;
import org.dicomgateway.spoke.destination.Destination;
import org.dicomgateway.spoke.destination.LimitInForce;
import org.dicomgateway.spoke.destination.Parked;
import org.dicomgateway.spoke.destination.QueuedStudy;
import org.dicomgateway.spoke.forward.ForwardStatus;
import org.dicomgateway.spoke.spool.Space;

/** Turns figures into what people read, in their language and this machine's time zone. */
record PageTexts(Wording wording) {
  StatusPage page(SpokeStatus status, ModalityList modalities, Undelivered undelivered) {
    ForwardStatus forward = status.forward();
    Instant now = status.at();
    Space disk = status.disk();
    PeerTexts peers = new PeerTexts(wording, now);
    return new StatusPage(
        status.aeTitle(),
        status.site(),
        status.hub().toString(),
        forward.line().state(),
        wording.time(forward.line().since(), now),
        wording.age(forward.line().since(), now),
        forward.line().lastError(),
        forward.pausedSince().map(since -> wording.time(since, now)).orElse(""),
        forward.limits().stream().map(limit -> wording.limit(limit, now)).toList(),
        forward.bytesPerSecond() == 0 ? "" : wording.rate(forward.bytesPerSecond()),
        forward.backlog().count(),
        wording.bytes(forward.backlog().bytes()),
        forward.secondsLeft().map(wording::duration).orElse(""),
        forward.oldestWaiting().map(since -> wording.age(since, now)).orElse(""),
        disk.level().name(),
        wording.bytes(disk.free()),
        wording.bytes(disk.total()),
        wording.bytes(disk.warnBelow()),
        wording.bytes(disk.refuseBelow()),
        disk.total() == 0 ? 0 : 1000 * (disk.total() - disk.free()) / disk.total(),
        forward.instances().get("DELIVERED").count(),
        status.destinations().stream().map(peers::line).toList(),
        peers.callers(modalities),
        forward.packs().stream().map(this::line).toList(),
        undelivered.studies().stream().map(one -> line(one, status)).toList(),
        undelivered.parked().stream().map(one -> line(one, now)).toList());
  }

  private StudyLine line(StudyAt one, SpokeStatus status) {
    QueuedStudy study = one.study();
    return new StudyLine(
        one.destination(),
        study.studyInstanceUid(),
        study.urgency().name(),
        why(study, limits(one.destination(), status), status.at()),
        study.waiting() + study.packed(),
        wording.bytes(study.undelivered()),
        wording.age(study.oldest(), status.at()));
  }

  private static List<LimitInForce> limits(String destination, SpokeStatus status) {
    return destination.equals(Destination.HUB)
        ? status.forward().limits()
        : status.destinations().stream()
            .filter(one -> one.name().equals(destination))
            .flatMap(one -> one.limits().stream())
            .toList();
  }

  private String why(QueuedStudy study, List<LimitInForce> limits, Instant now) {
    String until =
        limits.stream()
            .filter(limit -> limit.urgency() == study.urgency())
            .map(limit -> wording.until(limit, now))
            .findFirst()
            .orElse("");
    return wording.text("reason." + study.reason(), until);
  }

  private PackLine line(ForwardStatus.PackProgress pack) {
    return new PackLine(
        pack.studyInstanceUid(),
        pack.instances(),
        pack.percent(),
        wording.bytes(pack.length()),
        pack.secondsLeft().map(wording::duration).orElse(""));
  }

  private ParkedLine line(ParkedAt one, Instant now) {
    Parked parked = one.parked();
    return new ParkedLine(
        one.destination(),
        parked.studyInstanceUid(),
        parked.sopInstanceUid(),
        parked.reason(),
        wording.time(parked.since(), now));
  }
}
