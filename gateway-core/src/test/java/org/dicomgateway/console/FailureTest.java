package org.dicomgateway.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureTest {
  @Test
  void saysWhatIsWrongWithAFileAndWhatToDo() {
    assertThat(Failure.text(new NoSuchFileException("a.dcm")))
        .isEqualTo("a.dcm: there is no such file");
    assertThat(Failure.text(new AccessDeniedException("a.dcm"))).startsWith("a.dcm: no right");
    assertThat(Failure.text(new FileSystemException("a.dcm", null, "No space left on device")))
        .isEqualTo("a.dcm: No space left on device; free room on this disk");
    assertThat(Failure.text(new IOException("No space left on device"))).contains("free room");
    assertThat(Failure.text(new MalformedInputException(1))).contains("UTF-8");
    assertThat(Failure.text(new IllegalStateException())).contains("IllegalStateException");
  }

  @Test
  void countsMissingRightsAsRefused() {
    assertThat(Failure.exitCode(new AccessDeniedException("a"))).isEqualTo(ExitCode.REFUSED);
    assertThat(Failure.exitCode(new NoSuchFileException("a"))).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void numbersExitCodesAsDocumented() {
    assertThat(ExitCode.meanings().keySet()).containsExactly("0", "1", "2", "3", "4", "5");
    assertThat(ExitCode.REFUSED.number()).isEqualTo(5);
  }
}
