package dev.parley.launcher;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** Keeps folders and files from other accounts of the machine, where accounts have permissions. */
final class OwnerOnly {
  private static final Set<PosixFilePermission> OF_THE_OWNER =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private OwnerOnly() {}

  /** Makes a folder unless it is there, and closes it to others in either case. */
  static Path folder(Path folder) throws IOException {
    Files.createDirectories(folder);
    close(folder);
    return folder;
  }

  /** Closes a folder and all in it, whatever the account's own habit of permissions is. */
  static void closeAll(Path folder) throws IOException {
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inside, BasicFileAttributes attributes)
              throws IOException {
            close(inside);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!attributes.isSymbolicLink()) {
              close(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The secret in a file, which is made at random at its first use. */
  static String secret(Path file) throws IOException {
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path draft = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(draft);
      close(Files.createFile(draft));
      Files.writeString(draft, Base64.getUrlEncoder().encodeToString(random));
      Files.move(draft, file);
    }
    close(file);
    return Files.readString(file).strip();
  }

  private static void close(Path path) throws IOException {
    PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
    if (view != null) {
      Set<PosixFilePermission> left = view.readAttributes().permissions();
      left.retainAll(OF_THE_OWNER);
      view.setPermissions(left);
    }
  }
}
