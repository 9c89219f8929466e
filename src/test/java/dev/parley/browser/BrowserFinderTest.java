package dev.parley.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrowserFinderTest {
  @TempDir private Path folder;

  @Test
  void the_machines_own_browser_is_found_on_the_search_path() throws IOException {
    Path chrome = folder.resolve("google-chrome");
    Files.createFile(
        chrome, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    assertThat(finder("/nowhere:" + folder).installed()).contains(chrome);
  }

  @Test
  void a_file_that_cannot_be_run_is_no_browser() throws IOException {
    Files.writeString(folder.resolve("chromium"), "");
    assertThat(finder(folder.toString()).installed()).isEmpty();
  }

  @Test
  void debians_package_is_a_browser_and_ubuntus_is_not() {
    assertThat(BrowserFinder.isDebian(List.of("NAME=\"Debian GNU/Linux\"", "ID=debian"))).isTrue();
    assertThat(BrowserFinder.isDebian(List.of("ID=ubuntu", "ID_LIKE=debian"))).isFalse();
  }

  @Test
  void without_a_browser_a_person_is_told_how_to_go_on() {
    assertThat(BrowserFinder.HOW_TO_GO_ON).contains("-Dparley.browser=skip");
  }

  private BrowserFinder finder(String searchPath) {
    return new BrowserFinder(searchPath, folder.resolve("install.log"));
  }
}
