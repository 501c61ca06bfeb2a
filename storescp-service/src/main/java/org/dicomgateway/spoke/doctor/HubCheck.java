package org.dicomgateway.spoke.doctor;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;

/** Whether the hub answers and takes our token, asked while no service runs that would know. */
public record HubCheck(HubQuestion hub, String site, String token) implements Check {
  @Override
  public List<Finding> findings() throws InterruptedException {
    try {
      // Which study is asked for does not matter: whether the token is taken does.
      int status = hub.ask("/transfers/trace?study=1.2", Optional.of(token)).statusCode();
      return List.of(
          switch (status) {
            case 200, 404 -> Finding.ok("hub", "answers and takes the token of site " + site);
            case 401, 403 ->
                Finding.failed(
                    "hub",
                    "answers, and refuses the token of site " + site,
                    "run 'gateway hub site add' at the hub and give this spoke the token it prints");
            default ->
                Finding.failed(
                    "hub",
                    "%s answers %d".formatted(hub.hub(), status),
                    "see whether a gateway hub is at this address, and look into its log");
          });
    } catch (IOException e) {
      String reason =
          e instanceof ConnectException && e.getMessage() == null
              ? "nobody answers"
              : e.getMessage();
      return List.of(
          Finding.failed(
              "hub",
              "%s cannot be reached: %s".formatted(hub.hub(), reason),
              "see whether its address is right, the line is up, and no firewall is between"));
    }
  }
}
