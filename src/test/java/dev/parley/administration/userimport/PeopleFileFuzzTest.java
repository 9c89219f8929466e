package dev.parley.administration.userimport;

import dev.parley.fuzz.Fuzz;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A file of people is read or refused. */
@Tag("fuzz")
class PeopleFileFuzzTest {

  @Test
  void csv() {
    Fuzz.like(
            "csv",
            "username,display_name,password,roles\nada,Ada,correct horse battery,admin\nben,,,\n",
            "\ufeffusername;display_name\r\n\"ada\";\"Ada \"\"the\"\" first\"\r\n",
            "username\nada\n\"ben\n\ncleo\n")
        .within(Duration.ofSeconds(2), 512)
        .feeds(input -> PeopleFile.read(input, 10_000));
  }
}
